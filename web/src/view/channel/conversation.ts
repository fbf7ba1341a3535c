import { createContext, createSignal, useContext } from "solid-js";
import type { Channel, Guild, Id, Message } from "~/api/types";

/** What the parts of one open channel share: which message is answered, edited, pointed at. */
export type Conversation = ReturnType<typeof createConversation>;

const FLASH_MS = 2_000;

export function createConversation(
  place: { channel: Channel; guild: Guild },
  jump: (message: Id) => Promise<void>,
) {
  const [replyTo, setReplyTo] = createSignal<Message>();
  const [editing, setEditing] = createSignal<Id>();
  const [flashed, setFlashed] = createSignal<Id>();
  const [pointed, point] = createSignal<Id>();
  let focusComposer = () => {};
  return {
    channel: () => place.channel,
    guild: () => place.guild,
    replyTo,
    editing,
    flashed,
    /** The message under the mouse: one at most, although rows that move under it are told of no leaving. */
    pointed,
    point,
    reply: (message: Message | undefined) => {
      setReplyTo(() => message);
      focusComposer();
    },
    edit: (message: Id | undefined) => {
      setEditing(message);
      if (!message) focusComposer();
    },
    jumpTo: async (message: Id) => {
      await jump(message);
      setFlashed(message);
      setTimeout(() => setFlashed((now) => (now === message ? undefined : now)), FLASH_MS);
    },
    onFocusComposer: (focus: () => void) => {
      focusComposer = focus;
    },
    focusComposer: () => focusComposer(),
  };
}

export const ConversationContext = createContext<Conversation>();

export function useConversation(): Conversation {
  const conversation = useContext(ConversationContext);
  if (!conversation) throw new Error("useConversation needs an open channel above it");
  return conversation;
}
