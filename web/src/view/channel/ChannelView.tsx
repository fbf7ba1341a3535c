import "./chat.css";
import { createEffect, createSignal, type JSX, lazy, onCleanup, Show, Suspense } from "solid-js";
import type { Channel, Guild, Id } from "~/api/types";
import { useApp } from "~/state/app";
import { isThread } from "~/state/channels";
import { isPrivate } from "~/state/home";
import { ArrivalNotice } from "../arrival/ArrivalNotice";
import { createDrop, DropHint } from "../files/DropHint";
import { ThreadHeader } from "../thread/ThreadHeader";
import { ChannelHeader } from "./ChannelHeader";
import { Composer } from "./Composer";
import { ConversationContext, createConversation } from "./conversation";
import { MessageList, type MessageListHandle } from "./MessageList";
import { Typing } from "./Typing";

const DeleteDialog = lazy(() => import("./DeleteDialog"));

/** One open channel. It lives as long as the channel stays open, so its state needs no keys. */
export function ChannelView(props: {
  channel: Channel;
  guild: Guild;
  beside?: boolean;
  onClose?(): void;
  /** What stands between the header and the messages. */
  above?: JSX.Element;
}) {
  const app = useApp();
  let list: MessageListHandle | undefined;
  const id = props.channel.id;
  const [deleting, askDelete] = createSignal<Id>();

  const jump = async (message: Id) => {
    if (list?.show(message)) return;
    await app.history.around(id, message);
    list?.show(message);
  };
  const conversation = createConversation(props, jump);

  const drop = createDrop(app, id);

  const opening = app.history.open(id);
  createEffect(() => {
    const route = app.router.route();
    const message = route.at === "channel" && route.channel === id ? route.message : undefined;
    if (message) void opening.then(() => conversation.jumpTo(message));
  });
  // Typing anywhere in the shell writes into the composer.
  const keyed = (event: KeyboardEvent) => {
    const free = document.activeElement?.matches("body, [data-free-keys]");
    const text =
      event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey && event.key !== " ";
    if (free && text && !props.beside && !app.overlays.current()) conversation.focusComposer();
  };
  document.addEventListener("keydown", keyed);
  onCleanup(() => document.removeEventListener("keydown", keyed));

  return (
    <ConversationContext.Provider value={conversation}>
      <section
        {...drop.handlers}
        class="relative flex flex-col flex-1 min-w-0 min-h-0"
        aria-label={`${isPrivate(props.channel) ? "" : "#"}${props.channel.name}`}
      >
        <Show when={isThread(props.channel)} fallback={<ChannelHeader onClose={props.onClose} />}>
          <ThreadHeader beside={props.beside} />
        </Show>
        {props.above}
        <Show when={drop.over()}>
          <DropHint channel={props.channel.name} />
        </Show>
        <MessageList ref={(handle) => (list = handle)} onDelete={askDelete} />
        <div class="shrink-0 px-4 max-md:px-2 pb-[max(0.5rem,env(safe-area-inset-bottom))]">
          <ArrivalNotice guild={props.guild} />
          <Composer onSent={() => list?.toPresent()} onEditLast={() => list?.editLast()} />
          <Typing />
        </div>
        <Show when={deleting()}>
          {(message) => (
            <Suspense>
              <DeleteDialog message={message()} onClose={() => askDelete(undefined)} />
            </Suspense>
          )}
        </Show>
      </section>
    </ConversationContext.Provider>
  );
}
