import MessagesSquare from "lucide-solid/icons/messages-square";
import type { Channel } from "~/api/types";
import { t } from "~/i18n";
import { useApp } from "~/state/app";
import { openThread } from "./openThread";

/** Below a message: the thread that was started from it. */
export function ThreadStub(props: { thread: Channel }) {
  const app = useApp();
  const now = () => app.channels.of(props.thread.id) ?? props.thread;
  return (
    <button
      type="button"
      class="flex items-center gap-2 mt-1.5 px-3 py-1.5 max-w-full rounded-md border border-line bg-bg-1 text-sm cursor-pointer transition-colors hover:bg-bg-hover"
      onClick={() => openThread(app, now())}
    >
      <MessagesSquare size={16} class="shrink-0 text-accent" aria-hidden="true" />
      <bdi class="font-semibold truncate">{now().name}</bdi>
      <span class="shrink-0 text-fg-2">{t("thread.messages", { count: now().message_count ?? 0 })}</span>
    </button>
  );
}
