import { createSignal, createUniqueId, For, Show } from "solid-js";
import { avatarUrl } from "~/api/cdn";
import { type Id, type Message, MessageType } from "~/api/types";
import { t } from "~/i18n";
import { useApp } from "~/state/app";
import { Avatar } from "~/ui/Avatar";
import { ContextMenu } from "~/ui/ContextMenu";
import { OnlyYou, Thinking, UsedBy } from "../bots/AnswerMarks";
import { createDeed } from "../form/createDeed";
import { SnapshotView } from "../forward/SnapshotView";
import { NameColour } from "../NameColour";
import { PollView } from "../poll/PollView";
import { RoleBadge } from "../RoleBadge";
import { ThreadStub } from "../thread/ThreadStub";
import { useConversation } from "./conversation";
import { EditBox } from "./EditBox";
import { MessageActions } from "./MessageActions";
import { MessageText } from "./MessageText";
import { messageMenu } from "./messageMenu";
import { Reactions } from "./Reactions";
import { ReplyPreview } from "./ReplyPreview";
import { clock, fullTime, when } from "./times";

interface MessageItemProps {
  message: Message;
  follows: boolean;
  onDelete: (message: Id) => void;
}

export function MessageItem(props: MessageItemProps) {
  const app = useApp();
  const conversation = useConversation();
  const attempt = createDeed();
  const id = createUniqueId();
  const [busy, setBusy] = createSignal(false);
  // Most messages are never pointed at, so the bar of actions is made only for the one that is.
  const [focused, setFocused] = createSignal(false);
  const pointed = () => conversation.pointed() === props.message.id;
  const guild = () => conversation.guild().id;
  const author = () => props.message.author;
  const name = () => app.members.name(guild(), author().id, author());
  const editing = () => conversation.editing() === props.message.id;
  const addressed = () => app.reads.concernsMe(props.message);
  const flashed = () => conversation.flashed() === props.message.id;
  const openProfile = (event: MouseEvent & { currentTarget: HTMLElement }) =>
    app.overlays.open({ kind: "profile", user: author().id, guild: guild(), anchor: event.currentTarget });

  return (
    <ContextMenu
      label={t("chat.actions")}
      items={() =>
        hasSelection() ? [] : messageMenu(app, conversation, props.message, attempt, props.onDelete)
      }
    >
      <article
        tabindex="-1"
        data-message={props.message.id}
        data-free-keys=""
        aria-labelledby={`${id}-name ${id}-time`}
        aria-describedby={`${id}-text`}
        class="message group relative grid grid-cols-[2.5rem_1fr] gap-x-4 max-md:gap-x-3 px-4 max-md:px-3 pe-12 max-md:pe-3 py-0.5 -outline-offset-2 transition-colors"
        classList={{
          "mt-[1.0625rem]": !props.follows,
          "hover:bg-bg-hover focus-within:bg-bg-hover": !addressed() && !editing(),
          "bg-[var(--highlight)] shadow-[inset_2px_0_0_var(--warn)]": addressed() && !flashed(),
          "bg-accent-soft": flashed() || conversation.replyTo()?.id === props.message.id,
        }}
        onPointerEnter={(event) => event.pointerType === "mouse" && conversation.point(props.message.id)}
        onPointerLeave={() => pointed() && conversation.point(undefined)}
        onFocusIn={() => setFocused(true)}
        onFocusOut={(event) => event.currentTarget.contains(event.relatedTarget as Node) || setFocused(false)}
      >
        <UsedBy message={props.message} guild={guild()} />
        <Show when={props.message.type === MessageType.reply && props.message.message_reference?.message_id}>
          <ReplyPreview message={props.message} />
        </Show>
        <Show
          when={!props.follows}
          fallback={
            <>
              <time
                id={`${id}-time`}
                datetime={props.message.timestamp}
                class="op-0 group-hover:op-100 -ms-2 whitespace-nowrap text-center text-[0.625rem] leading-5.75 tracking-[-0.02em] tabular-nums text-fg-2 select-none"
                title={fullTime(props.message.timestamp)}
              >
                {clock(props.message.timestamp)}
              </time>
              <span id={`${id}-name`} hidden>
                {name()}
              </span>
            </>
          }
        >
          <button
            type="button"
            tabindex="-1"
            aria-label={name()}
            class="self-start mt-0.5 rounded-full cursor-pointer"
            onClick={openProfile}
          >
            <Avatar id={author().id} name={name()} src={avatarUrl(author())} size={40} />
          </button>
        </Show>
        <div class="min-w-0">
          <Show when={!props.follows}>
            <header class="flex items-baseline gap-2 min-w-0">
              <button
                type="button"
                id={`${id}-name`}
                class="min-w-0 min-h-6 truncate font-semibold text-[0.9375rem] leading-6 cursor-pointer hover:underline"
                onClick={openProfile}
              >
                <NameColour guild={guild()} user={author().id}>
                  {name()}
                </NameColour>
              </button>
              <RoleBadge guild={guild()} user={author().id} />
              <Show when={author().bot}>
                <span class="self-center px-1.5 rounded-[5px] bg-accent-soft text-accent-strong text-[0.6875rem] leading-4.5 font-bold">
                  {t("dialogs.bot")}
                </span>
              </Show>
              <time
                id={`${id}-time`}
                class="shrink-0 text-xs text-fg-2"
                datetime={props.message.timestamp}
                title={fullTime(props.message.timestamp)}
              >
                {when(props.message.timestamp)}
              </time>
            </header>
          </Show>
          <Show
            when={!editing()}
            fallback={<EditBox message={props.message} onEmpty={() => props.onDelete(props.message.id)} />}
          >
            <div id={`${id}-text`}>
              <Thinking message={props.message} name={name()} />
              <MessageText message={props.message} />
              <OnlyYou message={props.message} />
            </div>
          </Show>
          <For each={props.message.message_snapshots}>
            {(snapshot) => <SnapshotView snapshot={snapshot} origin={props.message.message_reference} />}
          </For>
          <Show when={props.message.poll}>
            {(poll) => <PollView message={props.message} poll={poll()} />}
          </Show>
          <Reactions message={props.message} />
          <Show when={props.message.thread}>{(thread) => <ThreadStub thread={thread()} />}</Show>
        </div>
        <Show when={(pointed() || focused() || busy()) && !editing()}>
          <MessageActions message={props.message} onDelete={props.onDelete} onBusy={setBusy} />
        </Show>
      </article>
    </ContextMenu>
  );
}

/** With text selected, the browser's own menu is the useful one. */
const hasSelection = () => Boolean(getSelection()?.toString());
