import CornerDownRight from "lucide-solid/icons/corner-down-right";
import { createMemo, For, Show } from "solid-js";
import type { Channel } from "~/api/types";
import { t } from "~/i18n";
import { useApp } from "~/state/app";
import { Badge } from "~/ui/Badge";
import { ContextMenu } from "~/ui/ContextMenu";
import { createDeed } from "../form/createDeed";
import { Link } from "../Link";
import { threadMenu } from "../thread/threadMenu";

/** The active threads of a channel that one is in, and the one that is open. */
export function ThreadRows(props: { parent: Channel }) {
  const app = useApp();
  const shown = createMemo(() =>
    app.channels
      .threads(props.parent.id)
      .filter(
        (thread) => app.openChannel() === thread.id || (thread.member && !thread.thread_metadata?.archived),
      ),
  );
  return (
    <Show when={shown().length}>
      <ul class="flex flex-col gap-0.5 ms-4 mt-0.5" aria-label={t("thread.threads")}>
        <For each={shown()}>
          {(thread) => (
            <li>
              <ThreadRow thread={thread} />
            </li>
          )}
        </For>
      </ul>
    </Show>
  );
}

function ThreadRow(props: { thread: Channel }) {
  const app = useApp();
  const attempt = createDeed();
  const here = () => app.openChannel() === props.thread.id;
  const unread = () => !here() && app.reads.unread(props.thread.id);
  const mentions = () => app.reads.mentions(props.thread.id);
  return (
    <ContextMenu label={props.thread.name} items={() => threadMenu(app, props.thread, attempt)}>
      <Link
        to={{ at: "channel", guild: props.thread.guild_id ?? "", channel: props.thread.id }}
        onGo={app.layout.closeDrawer}
        data-row=""
        aria-current={here() ? "page" : undefined}
        class="flex items-center gap-1.5 w-full min-h-7.5 max-md:min-h-11 px-2 rounded-sm text-sm leading-5 hover:no-underline transition-colors -outline-offset-2"
        classList={{
          "bg-bg-active text-fg-0 font-semibold": here(),
          "text-fg-0 font-semibold hover:bg-bg-hover": unread(),
          "text-fg-2 hover:(bg-bg-hover text-fg-1)": !here() && !unread(),
        }}
      >
        <CornerDownRight size={14} class="shrink-0 text-fg-2" aria-hidden="true" />
        <bdi class="flex-1 min-w-0 truncate">{props.thread.name}</bdi>
        <Show when={unread()}>
          <span class="sr-only">{t("shell.unread")}</span>
        </Show>
        <Show when={mentions()}>
          <Badge kind="mention" label={t("shell.mentions", { count: mentions() })}>
            {Math.min(mentions(), 99)}
          </Badge>
        </Show>
      </Link>
    </ContextMenu>
  );
}
