import { createStore } from "solid-js/store";
import type { Id } from "~/api/types";
import type { GatewayEvent } from "~/gateway/events";

export type Typing = ReturnType<typeof createTyping>;

const SHOWN_MS = 10_000;

/** Who is writing where. An entry ends after ten seconds, or with the person's message. */
export function createTyping(me: () => Id | undefined) {
  const [byChannel, change] = createStore<Record<Id, Id[]>>({});
  const timers = new Map<string, ReturnType<typeof setTimeout>>();

  const stop = (channel: Id, user: Id) => {
    clearTimeout(timers.get(channel + user));
    timers.delete(channel + user);
    change(channel, (users = []) => users.filter((id) => id !== user));
  };
  const start = (channel: Id, user: Id) => {
    stop(channel, user);
    change(channel, (users = []) => [...users, user]);
    timers.set(
      channel + user,
      setTimeout(() => stop(channel, user), SHOWN_MS),
    );
  };
  return {
    in: (channel: Id): Id[] => byChannel[channel] ?? [],
    apply: (event: GatewayEvent) => {
      if (event.t === "TYPING_START" && event.d.user_id !== me()) start(event.d.channel_id, event.d.user_id);
      else if (event.t === "MESSAGE_CREATE" && byChannel[event.d.channel_id]?.includes(event.d.author.id))
        stop(event.d.channel_id, event.d.author.id);
    },
  };
}
