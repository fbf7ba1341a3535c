import { For } from "solid-js";
import { emojiUrl } from "~/api/cdn";
import type { Id } from "~/api/types";
import { t } from "~/i18n";
import { useApp } from "~/state/app";
import { cropped } from "../../files/crop";
import { StickerPicture } from "../../files/StickerPicture";
import { createDeed } from "../../form/createDeed";
import { SoundsPart } from "../../sounds/SoundsPart";
import { PageHeader, Part } from "../PageHeader";
import { ExpressionRow, expressionName, PicturesChooser } from "./ExpressionRow";

const EMOJI_FRAME = { width: 128, height: 128 };

/** A guild's own emoji and stickers: adding, renaming, taking away. */
export default function ExpressionsPage(props: { guild: Id }) {
  const app = useApp();
  const attempt = createDeed();
  const guild = () => app.guilds.of(props.guild);
  const addEmoji = async (files: File[]) => {
    for (const file of files)
      await app.api.expressions.createEmoji(
        props.guild,
        expressionName(file),
        await cropped(file, EMOJI_FRAME),
      );
  };
  const addStickers = async (files: File[]) => {
    for (const file of files)
      await app.api.expressions.createSticker(
        props.guild,
        expressionName(file).slice(0, 30),
        "sticker",
        file,
      );
  };
  return (
    <>
      <PageHeader title={t("files.expressions")} text={t("files.expressionsText")} />
      <Part title={t("files.emoji")}>
        <PicturesChooser label={t("files.addEmoji")} onFiles={(files) => attempt(addEmoji(files))} />
        <ul class="flex flex-col divide-y divide-line">
          <For each={guild()?.emojis ?? []}>
            {(emoji) => (
              <ExpressionRow
                picture={<img src={emojiUrl(emoji)} alt="" class="w-8 h-8 object-contain" />}
                name={emoji.name ?? ""}
                onRename={(name) =>
                  attempt(app.api.expressions.renameEmoji(props.guild, emoji.id ?? "", name))
                }
                onRemove={() => attempt(app.api.expressions.removeEmoji(props.guild, emoji.id ?? ""))}
              />
            )}
          </For>
        </ul>
      </Part>
      <Part title={t("files.stickers")} text={t("files.stickersText")}>
        <PicturesChooser
          label={t("files.addSticker")}
          accept="image/png,image/gif,application/json,.json"
          onFiles={(files) => attempt(addStickers(files))}
        />
        <ul class="flex flex-col divide-y divide-line">
          <For each={guild()?.stickers ?? []}>
            {(sticker) => (
              <ExpressionRow
                picture={<StickerPicture sticker={sticker} alt={sticker.name} class="w-14 h-14" />}
                name={sticker.name}
                onRemove={() => attempt(app.api.expressions.removeSticker(props.guild, sticker.id))}
              />
            )}
          </For>
        </ul>
      </Part>
      <SoundsPart guild={props.guild} />
    </>
  );
}
