import { batch } from "solid-js";
import { createStore, produce, reconcile, unwrap } from "solid-js/store";
import type { Emoji, Id, Message } from "~/api/types";
import type { GatewayEvent } from "~/gateway/events";
import { voted, withOwnVotes } from "./polls";
import {
  emptyTimeline,
  merge,
  type Pending,
  placeOf,
  react,
  reconcilePage,
  sameEmoji,
  type Timeline,
} from "./timeline";

const REMEMBERED_DELETIONS = 500;

type Taking = "join" | "replace" | "reconcile";

export type Messages = ReturnType<typeof createMessages>;

/** The loaded part of each channel's history. Changed by the gateway's events and by history.ts and outbox.ts. */
export function createMessages(me: () => Id | undefined) {
  const [byChannel, change] = createStore<Record<Id, Timeline>>({});

  /** A page may have been read just before a deletion and arrive just after its event. */
  const deleted = new Set<Id>();

  const items = (channel: Id) => unwrap(byChannel[channel]?.items ?? []);
  const put = (channel: Id, next: Message[]) => change(channel, "items", next);
  const insert = (message: Message) => {
    const line = byChannel[message.channel_id];
    if (!line) return;
    settle(message.channel_id, message.nonce === undefined ? undefined : String(message.nonce));
    // Beyond the loaded window there may be others in between, so a message is taken in only where the window reaches the end.
    if (line.atEnd) put(message.channel_id, merge(items(message.channel_id), [message]));
    else change(message.channel_id, "missed", message.id);
  };
  const settle = (channel: Id, nonce: string | undefined) => {
    const line = byChannel[channel];
    if (nonce && line?.pending.some((pending) => pending.nonce === nonce))
      change(channel, "pending", (all) => all.filter((pending) => pending.nonce !== nonce));
  };
  const edit = (channel: Id, id: Id, how: (message: Message) => void) => {
    const at = placeOf(items(channel), id);
    if (items(channel)[at]?.id === id) change(channel, "items", at, produce(how));
  };
  const drop = (channel: Id, ids: Id[]) => {
    for (const id of ids) deleted.add(id);
    for (const id of [...deleted].slice(0, -REMEMBERED_DELETIONS)) deleted.delete(id);
    if (!byChannel[channel]) return;
    const gone = new Set(ids);
    put(
      channel,
      items(channel).filter((message) => !gone.has(message.id)),
    );
    change(
      channel,
      "items",
      (message) => gone.has(message.referenced_message?.id ?? ""),
      "referenced_message",
      null,
    );
  };
  const reactTo = (channel: Id, message: Id, emoji: Emoji, by: 1 | -1, mine: boolean) =>
    edit(channel, message, (found) => {
      found.reactions = react(found.reactions ?? [], emoji, by, mine);
    });

  const apply = (event: GatewayEvent) => {
    switch (event.t) {
      case "MESSAGE_CREATE":
        return insert(event.d);
      case "MESSAGE_UPDATE":
        return edit(event.d.channel_id, event.d.id, (message) => {
          const poll = event.d.poll && withOwnVotes(event.d.poll, message.poll);
          Object.assign(message, withoutReactions(event.d), poll && { poll });
        });
      case "MESSAGE_DELETE":
        return drop(event.d.channel_id, [event.d.id]);
      case "MESSAGE_DELETE_BULK":
        return drop(event.d.channel_id, event.d.ids);
      case "MESSAGE_REACTION_ADD":
      case "MESSAGE_REACTION_REMOVE": {
        const { channel_id, message_id, emoji, user_id } = event.d;
        return reactTo(
          channel_id,
          message_id,
          emoji,
          event.t === "MESSAGE_REACTION_ADD" ? 1 : -1,
          user_id === me(),
        );
      }
      case "MESSAGE_REACTION_REMOVE_ALL":
        return edit(
          event.d.channel_id,
          event.d.message_id,
          (message) => void Object.assign(message, { reactions: [] }),
        );
      case "MESSAGE_REACTION_REMOVE_EMOJI": {
        const { channel_id, message_id, emoji } = event.d;
        return edit(channel_id, message_id, (message) => {
          message.reactions = (message.reactions ?? []).filter((one) => !sameEmoji(one.emoji, emoji));
        });
      }
      case "MESSAGE_POLL_VOTE_ADD":
      case "MESSAGE_POLL_VOTE_REMOVE": {
        const by = event.t === "MESSAGE_POLL_VOTE_ADD" ? 1 : -1;
        return edit(event.d.channel_id, event.d.message_id, (message) => {
          if (message.poll)
            message.poll = voted(message.poll, event.d.answer_id, by, event.d.user_id === me());
        });
      }
      case "THREAD_CREATE":
      case "THREAD_UPDATE":
        return edit(event.d.parent_id ?? "", event.d.id, (message) => {
          message.thread = { ...message.thread, ...event.d };
        });
      case "THREAD_DELETE":
        return edit(event.d.parent_id ?? "", event.d.id, (message) => {
          delete message.thread;
        });
      case "CHANNEL_DELETE":
        return change(produce((all) => void delete all[event.d.id]));
      default:
        return;
    }
  };

  return {
    /** Undefined until the channel was opened once. */
    in: (channel: Id): Timeline | undefined => byChannel[channel],
    find: (channel: Id, id: Id): Message | undefined => {
      const line = byChannel[channel]?.items ?? [];
      const found = line[placeOf(line, id)];
      return found?.id === id ? found : undefined;
    },
    reactTo,
    /** From now on the channel's events are kept, also while its first page is on the way. */
    open: (channel: Id) => byChannel[channel] ?? change(channel, { ...emptyTimeline(), atEnd: true }),
    /** Puts a page beside what is loaded, or in its place, or takes it as the truth about its range. */
    take: (channel: Id, page: Message[], how: Taking, ends: Partial<Pick<Timeline, "atStart" | "atEnd">>) =>
      batch(() => {
        const alive = page.filter((message) => !deleted.has(message.id));
        if (!byChannel[channel]) change(channel, emptyTimeline());
        const known = how === "replace" ? [] : items(channel);
        put(channel, how === "reconcile" ? reconcilePage(known, alive) : merge(known, alive));
        change(channel, { ...ends, loaded: true, failed: false });
        for (const { nonce } of alive) settle(channel, nonce === undefined ? undefined : String(nonce));
      }),
    fail: (channel: Id, failed = true) => byChannel[channel] && change(channel, "failed", failed),
    /** Keeps one channel; after a gap in the events the others are out of date. What was not sent yet is kept everywhere. */
    forgetAllBut: (channel: Id | undefined) =>
      change(
        reconcile(
          Object.fromEntries(
            Object.entries(unwrap(byChannel)).flatMap(([id, line]) => {
              if (id === channel) return [[id, line]];
              return line.pending.length
                ? [[id, { ...emptyTimeline(), atEnd: true, pending: line.pending }]]
                : [];
            }),
          ),
        ),
      ),
    clear: () => change(reconcile({})),
    /** Also for MESSAGE_CREATE's twin, the answer of the POST. */
    insert: (message: Message) => batch(() => insert(message)),
    addPending: (pending: Pending) => {
      if (!byChannel[pending.channel_id]) change(pending.channel_id, { ...emptyTimeline(), atEnd: true });
      change(pending.channel_id, "pending", (all) => [...all, pending]);
    },
    /** Marks what was not sent, or, without a failure, what is tried again. */
    markPending: (channel: Id, nonce: string, failure?: Pending["failure"]) =>
      change(
        channel,
        "pending",
        (one) => one.nonce === nonce,
        produce((one) => {
          if (failure) one.failure = failure;
          else delete one.failure;
        }),
      ),
    pending: (): Pending[] => Object.values(byChannel).flatMap((line) => line.pending),
    dropPending: settle,
    apply,
  };
}

/** An edit's event does not know whose reactions are one's own. */
function withoutReactions(change: Partial<Message>): Partial<Message> {
  const { reactions: _, ...rest } = change;
  return rest;
}
