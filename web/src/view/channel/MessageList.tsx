import { createEffect, createMemo, createSignal, For, on, Show } from "solid-js";
import type { Id } from "~/api/types";
import { t } from "~/i18n";
import { useApp } from "~/state/app";
import { isAfter } from "~/state/snowflake";
import { createAck } from "./ack";
import { ChannelStart } from "./ChannelStart";
import { useConversation } from "./conversation";
import { createScroller } from "./createScroller";
import { JumpBars } from "./JumpBars";
import { LiveRegion } from "./LiveRegion";
import { MessageRow } from "./MessageRow";
import { createMessageKeys } from "./messageKeys";
import { PendingMessage } from "./PendingMessage";
import { isSpeech } from "./rowModel";

export interface MessageListHandle {
  /** Scrolls to a loaded message; false when it is not loaded. */
  show(message: Id): boolean;
  toPresent(): void;
  editLast(): void;
}

const START = "start";
const PENDING = "pending-";

/** The conversation: a window of rows on what is loaded, which grows at its ends as one scrolls. */
export function MessageList(props: {
  ref: (handle: MessageListHandle) => void;
  onDelete: (message: Id) => void;
}) {
  const app = useApp();
  const conversation = useConversation();
  const channel = conversation.channel().id;
  const line = () => app.messages.in(channel);
  const items = () => line()?.items ?? [];
  const byId = createMemo(() => new Map(items().map((message, index) => [message.id, index])));
  const pending = createMemo(() => new Map((line()?.pending ?? []).map((one) => [PENDING + one.nonce, one])));
  const rows = createMemo(() => [START, ...byId().keys(), ...pending().keys()]);

  // The border between read and unread stays where it was when the channel was opened.
  const [readUpTo, setReadUpTo] = createSignal(app.reads.last(channel));
  const me = () => app.session.me()?.id;
  const firstUnread = createMemo(() => {
    const border = readUpTo();
    return border
      ? items().find((message) => isAfter(message.id, border) && message.author.id !== me())?.id
      : undefined;
  });

  const scroller = createScroller({
    rows,
    firstRow: () => (line()?.atStart ? 0 : 1),
    endIsReal: () => line()?.atEnd ?? false,
    near: (border) => {
      if (!line()?.loaded || line()?.failed) return;
      if (border === "top" && !line()?.atStart) void app.history.older(channel);
      if (border === "bottom" && !line()?.atEnd) void app.history.newer(channel);
    },
  });
  const visible = createMemo(() => rows().slice(scroller.range().start, scroller.range().end));
  createAck(channel, scroller.atEnd);
  createEffect(
    on(
      () => line()?.loaded,
      (loaded) => {
        const border = loaded && firstUnread();
        if (border) scroller.toRow(border);
      },
    ),
  );
  // Esc, or another device, has read everything: the border goes.
  createEffect(
    on(
      () => app.reads.last(channel),
      (last) => {
        const newest = items().at(-1)?.id;
        if (last && newest && !isAfter(newest, last) && !scroller.atEnd()) setReadUpTo(last);
      },
      { defer: true },
    ),
  );

  const editLast = () => {
    const mine = items().findLast((message) => message.author.id === me() && isSpeech(message));
    if (!mine) return;
    scroller.toRow(mine.id);
    conversation.edit(mine.id);
  };
  const toPresent = async () => {
    if (!line()?.atEnd) await app.history.present(channel);
    setReadUpTo(undefined);
    scroller.toEnd();
  };
  props.ref({ show: scroller.toRow, toPresent: () => void toPresent(), editLast });
  const keyed = createMessageKeys((id) => props.onDelete(id));

  return (
    <div class="relative flex-1 min-h-0">
      <div
        ref={scroller.port}
        role="log"
        aria-live="off"
        aria-label={t("chat.messagesIn", { channel: conversation.channel().name })}
        aria-busy={!line()?.loaded}
        tabindex="0"
        data-free-keys=""
        class="h-full overflow-y-auto overflow-x-hidden -outline-offset-2 [overflow-anchor:none] overscroll-contain"
        onScroll={scroller.scrolled}
        onKeyDown={keyed}
      >
        <div
          class="flex flex-col justify-end min-h-full"
          style={{
            "padding-top": `${scroller.range().before}px`,
            "padding-bottom": `${scroller.range().after}px`,
          }}
        >
          <For each={visible()}>
            {(row) => (
              <div ref={scroller.row} data-id={row} class="flow-root shrink-0 last:pb-3">
                <Show when={row === START}>
                  <ChannelStart />
                </Show>
                <Show when={byId().get(row) !== undefined}>
                  <MessageRow
                    message={items()[byId().get(row) ?? -1]}
                    before={items()[(byId().get(row) ?? 0) - 1]}
                    firstUnread={firstUnread() === row}
                    onDelete={props.onDelete}
                  />
                </Show>
                <Show when={pending().get(row)}>{(one) => <PendingMessage pending={one()} />}</Show>
              </div>
            )}
          </For>
        </div>
      </div>
      <JumpBars
        atEnd={scroller.atEnd()}
        firstUnread={firstUnread()}
        onUnread={() => scroller.toRow(firstUnread() ?? "")}
        onPresent={() => void toPresent()}
      />
      <LiveRegion />
    </div>
  );
}
