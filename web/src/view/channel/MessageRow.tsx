import { createMemo, Match, Show, Switch } from "solid-js";
import { type Id, type Message, MessageType } from "~/api/types";
import { t } from "~/i18n";
import { MessageItem } from "./MessageItem";
import { lookOf } from "./rowModel";
import { SystemMessage } from "./SystemMessage";
import { longDay } from "./times";

interface MessageRowProps {
  message: Message | undefined;
  before: Message | undefined;
  firstUnread: boolean;
  onDelete: (message: Id) => void;
}

/** A message with what stands above it: the day, and the border of what is new. */
export function MessageRow(props: MessageRowProps) {
  return (
    <Show when={props.message}>
      {(message) => {
        const look = createMemo(() => lookOf(message(), props.before, props.firstUnread));
        const isSystem = () => message().type === MessageType.joined || message().type === MessageType.pinned;
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
                <MessageItem message={message()} follows={look().follows} onDelete={props.onDelete} />
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
