import { createMemo, createSignal, Match, Show, Switch } from "solid-js";
import { type Id, type Message, MessageType } from "~/api/types";
import { t } from "~/i18n";
import { useApp } from "~/state/app";
import { MessageItem } from "./MessageItem";
import { lookOf } from "./rowModel";
import { SystemMessage } from "./SystemMessage";
import { longDay } from "./times";

/** What the server says by itself. */
const SYSTEM: ReadonlySet<number> = new Set([
  MessageType.added,
  MessageType.removed,
  MessageType.renamed,
  MessageType.redrawn,
  MessageType.pinned,
  MessageType.joined,
  MessageType.follows,
  MessageType.threadStarted,
  MessageType.threadStarter,
  MessageType.pollResult,
]);

interface MessageRowProps {
  message: Message | undefined;
  before: Message | undefined;
  firstUnread: boolean;
  onDelete: (message: Id) => void;
}

/** A message with what stands above it: the day, and the border of what is new. */
export function MessageRow(props: MessageRowProps) {
  const app = useApp();
  return (
    <Show when={props.message}>
      {(message) => {
        const look = createMemo(() => lookOf(message(), props.before, props.firstUnread));
        const [revealed, reveal] = createSignal(false);
        const hidden = () => app.friends.blocks(message().author.id) && !revealed();
        const isSystem = () => SYSTEM.has(message().type);
        return (
          <>
            <Switch>
              <Match when={look().firstUnread}>
                <Border text={look().newDay ? longDay(message().timestamp) : ""} fresh />
              </Match>
              <Match when={look().newDay}>
                <Border text={longDay(message().timestamp)} />
              </Match>
            </Switch>
            <Show
              when={isSystem()}
              fallback={
                <Show when={!hidden()} fallback={<Blocked onShow={() => reveal(true)} />}>
                  <MessageItem message={message()} follows={look().follows} onDelete={props.onDelete} />
                </Show>
              }
            >
              <SystemMessage message={message()} onDelete={props.onDelete} />
            </Show>
          </>
        );
      }}
    </Show>
  );
}

/** What somebody blocked has written, until one asks for it. */
function Blocked(props: { onShow(): void }) {
  return (
    <p class="flex items-center gap-3 px-4 py-1 mt-2 text-sm text-fg-2">
      {t("home.blockedMessages", { count: 1 })}
      <button
        type="button"
        class="min-h-6 font-semibold text-accent cursor-pointer hover:underline"
        onClick={() => props.onShow()}
      >
        {t("home.show")}
      </button>
    </p>
  );
}

function Border(props: { text: string; fresh?: boolean }) {
  return (
    <div
      class="flex items-center gap-3 h-8 mx-4 mt-3 text-xs font-semibold"
      classList={{ "text-danger": props.fresh === true, "text-fg-2": !props.fresh }}
    >
      <span class="flex-1 h-px" classList={{ "bg-danger": props.fresh === true, "bg-line": !props.fresh }} />
      <Show when={props.text}>
        <span>{props.text}</span>
        <span
          class="flex-1 h-px"
          classList={{ "bg-danger": props.fresh === true, "bg-line": !props.fresh }}
        />
      </Show>
      <Show when={props.fresh}>
        <span class="px-1.5 rounded-[5px] bg-danger text-danger-fg text-[0.6875rem] leading-4.5 font-bold">
          {t("chat.new")}
        </span>
      </Show>
    </div>
  );
}
