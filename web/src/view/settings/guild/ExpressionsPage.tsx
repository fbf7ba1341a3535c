import Trash from "lucide-solid/icons/trash";
import { createSignal, For, type JSX, Show } from "solid-js";
import { emojiUrl, stickerUrl } from "~/api/cdn";
import type { Id } from "~/api/types";
import { t } from "~/i18n";
import { useApp } from "~/state/app";
import { Button } from "~/ui/Button";
import { IconButton } from "~/ui/IconButton";
import { cropped } from "../../files/crop";
import { createDeed } from "../../form/createDeed";
import { PageHeader, Part } from "../PageHeader";

const EMOJI_PX = 128;

/** A guild's own emoji and stickers: adding, renaming, taking away. */
export default function ExpressionsPage(props: { guild: Id }) {
  const app = useApp();
  const attempt = createDeed();
  const guild = () => app.guilds.of(props.guild);
  const addEmoji = async (files: File[]) => {
    for (const file of files)
      await app.api.expressions.createEmoji(
        props.guild,
        nameOf(file),
        await cropped(file, EMOJI_PX, EMOJI_PX),
      );
  };
  const addStickers = async (files: File[]) => {
    for (const file of files)
      await app.api.expressions.createSticker(props.guild, nameOf(file).slice(0, 30), "sticker", file);
  };
  return (
    <>
      <PageHeader title={t("files.expressions")} text={t("files.expressionsText")} />
      <Part title={t("files.emoji")}>
        <Chooser label={t("files.addEmoji")} onFiles={(files) => attempt(addEmoji(files))} />
        <ul class="flex flex-col divide-y divide-line">
          <For each={guild()?.emojis ?? []}>
            {(emoji) => (
              <Row
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
        <Chooser label={t("files.addSticker")} onFiles={(files) => attempt(addStickers(files))} />
        <ul class="flex flex-col divide-y divide-line">
          <For each={guild()?.stickers ?? []}>
            {(sticker) => (
              <Row
                picture={<img src={stickerUrl(sticker)} alt="" class="w-14 h-14 object-contain" />}
                name={sticker.name}
                onRemove={() => attempt(app.api.expressions.removeSticker(props.guild, sticker.id))}
              />
            )}
          </For>
        </ul>
      </Part>
    </>
  );
}

function Chooser(props: { label: string; onFiles: (files: File[]) => void }) {
  let input!: HTMLInputElement;
  return (
    <div>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        accept="image/png,image/gif,image/jpeg,image/webp"
        aria-label={props.label}
        onChange={() => {
          props.onFiles([...(input.files ?? [])]);
          input.value = "";
        }}
      />
      <Button onClick={() => input.click()}>{props.label}</Button>
    </div>
  );
}

interface RowProps {
  picture: JSX.Element;
  name: string;
  onRename?: (name: string) => void;
  onRemove: () => void;
}

function Row(props: RowProps) {
  const [name, setName] = createSignal<string>();
  const commit = () => {
    const wanted = name()?.trim();
    if (wanted && wanted !== props.name) props.onRename?.(wanted);
    setName(undefined);
  };
  return (
    <li class="flex items-center gap-4 py-2">
      {props.picture}
      <Show when={props.onRename} fallback={<span class="flex-1 min-w-0 truncate">{props.name}</span>}>
        <input
          class="input-box flex-1 min-w-0"
          aria-label={t("files.emojiName")}
          value={name() ?? props.name}
          maxlength="32"
          onInput={(event) => setName(event.currentTarget.value)}
          onBlur={commit}
          onKeyDown={(event) => event.key === "Enter" && commit()}
        />
      </Show>
      <IconButton danger label={t("files.remove", { name: props.name })} onClick={() => props.onRemove()}>
        <Trash size={17} />
      </IconButton>
    </li>
  );
}

/** A name is made from the file's: letters, digits and underscores. */
function nameOf(file: File): string {
  const stem = file.name
    .replace(/\.[^.]*$/, "")
    .replace(/\W+/g, "_")
    .replace(/^_+|_+$/g, "");
  return (stem.length < 2 ? `emoji_${stem}` : stem).slice(0, 32);
}
