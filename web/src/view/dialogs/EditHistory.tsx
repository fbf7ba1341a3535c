import { createResource, For, Show } from "solid-js";
import type { Id } from "~/api/types";
import { t } from "~/i18n";
import { momentText } from "~/i18n/dates";
import { useApp } from "~/state/app";
import { Dialog } from "~/ui/Dialog";
import { Loaded } from "../settings/Loaded";

/** What a message said before, for moderators, where the community keeps it. */
export function EditHistory(props: { channel: Id; message: Id; onClose(): void }) {
  const app = useApp();
  const [editions, { refetch }] = createResource(() =>
    app.api.moderation.editions(props.channel, props.message),
  );
  const now = () => app.messages.in(props.channel)?.items.find((one) => one.id === props.message)?.content;
  return (
    <Dialog open title={t("moderation.editHistory")} closeLabel={t("common.close")} onClose={props.onClose}>
      <Loaded resource={editions} onRetry={refetch}>
        <Show
          when={(editions.latest ?? []).length > 0}
          fallback={<p class="text-fg-1">{t("moderation.editHistoryNone")}</p>}
        >
          <ol class="flex flex-col gap-4">
            <Show when={now()}>{(text) => <Edition when={t("moderation.editNow")} text={text()} />}</Show>
            <For each={editions.latest}>
              {(edition) => (
                <Edition
                  when={t("moderation.editUntil", { when: momentText(edition.replaced_at) })}
                  text={edition.content}
                />
              )}
            </For>
          </ol>
        </Show>
      </Loaded>
    </Dialog>
  );
}

function Edition(props: { when: string; text: string }) {
  return (
    <li>
      <p class="hint-text">{props.when}</p>
      <p dir="auto" class="card px-3 py-2 mt-1 text-sm whitespace-pre-wrap break-words">
        {props.text}
      </p>
    </li>
  );
}
