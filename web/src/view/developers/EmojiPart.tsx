import { createResource, For, Show } from "solid-js";
import type { OwnApplication } from "~/api/bots";
import { emojiUrl } from "~/api/cdn";
import { t } from "~/i18n";
import { useApp } from "~/state/app";
import { cropped } from "../files/crop";
import { createAttempt } from "../form/createAttempt";
import { ExpressionRow, expressionName, PicturesChooser } from "../settings/guild/ExpressionRow";
import { Loaded } from "../settings/Loaded";
import { Part } from "../settings/PageHeader";

const EMOJI_FRAME = { width: 128, height: 128 };

/** The emoji of an application: adding, renaming, taking away. */
export default function EmojiPart(props: { application: OwnApplication }) {
  const app = useApp();
  const { attempt } = createAttempt();
  const id = () => props.application.id;
  const [list, { refetch }] = createResource(id, app.api.applications.emojis);
  const then = async (deed: () => Promise<unknown>) => {
    await attempt(deed);
    await refetch();
  };
  const add = (files: File[]) =>
    then(async () => {
      for (const file of files)
        await app.api.applications.createEmoji(id(), expressionName(file), await cropped(file, EMOJI_FRAME));
    });
  return (
    <Part title={t("oauth.emojiTitle")} text={t("oauth.emojiText")}>
      <PicturesChooser label={t("oauth.emojiAdd")} onFiles={add} />
      <Loaded resource={list} onRetry={refetch}>
        <Show when={list.latest?.length} fallback={<p class="text-fg-1">{t("oauth.emojiNone")}</p>}>
          <ul class="flex flex-col divide-y divide-line">
            <For each={list.latest}>
              {(emoji) => (
                <ExpressionRow
                  picture={<img src={emojiUrl(emoji)} alt="" class="w-8 h-8 object-contain" />}
                  name={emoji.name ?? ""}
                  onRename={(name) =>
                    then(() => app.api.applications.renameEmoji(id(), emoji.id ?? "", name))
                  }
                  onRemove={() => then(() => app.api.applications.removeEmoji(id(), emoji.id ?? ""))}
                />
              )}
            </For>
          </ul>
        </Show>
      </Loaded>
    </Part>
  );
}
