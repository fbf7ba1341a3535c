import ArrowDown from "lucide-solid/icons/arrow-down";
import ArrowUp from "lucide-solid/icons/arrow-up";
import { Show } from "solid-js";
import type { Id } from "~/api/types";
import { t } from "~/i18n";
import { useApp } from "~/state/app";
import { useConversation } from "./conversation";

interface JumpBarsProps {
  atEnd: boolean;
  firstUnread: Id | undefined;
  onUnread: () => void;
  onPresent: () => void;
}

/** Floating over the list while one reads further up: the way to the present. */
export function JumpBars(props: JumpBarsProps) {
  const app = useApp();
  const conversation = useConversation();
  const loaded = () => app.messages.in(conversation.channel().id)?.loaded;
  const unread = () => app.reads.unread(conversation.channel().id);
  return (
    <Show when={loaded() && !props.atEnd}>
      <div class="rise absolute bottom-3 inset-x-0 flex justify-center gap-2 pointer-events-none">
        <Show when={props.firstUnread && unread()}>
          <button type="button" class={PILL} onClick={() => props.onUnread()}>
            <ArrowUp size={15} aria-hidden="true" />
            {t("chat.toUnread")}
          </button>
        </Show>
        <button
          type="button"
          class={PILL}
          classList={{ "bg-accent! text-accent-fg! border-transparent!": unread() }}
          onClick={() => props.onPresent()}
        >
          <ArrowDown size={15} aria-hidden="true" />
          {unread() ? t("chat.newMessages") : t("chat.toPresent")}
        </button>
      </div>
    </Show>
  );
}

const PILL =
  "pointer-events-auto inline-flex items-center gap-1.5 h-8.5 px-3.5 rounded-full float text-[0.8125rem] font-semibold cursor-pointer hover:bg-bg-3";
