import type { Sticker } from "~/api/files";
import type { Emoji, Id, Message, Reaction } from "~/api/types";
import { compareIds } from "./snowflake";
import type { Upload } from "./uploads";

/** A message that is on its way, or did not get there. It has no id yet; the nonce stands for it. */
export interface Pending {
  nonce: string;
  channel_id: Id;
  content: string;
  timestamp: string;
  replyTo?: Message;
  ping: boolean;
  /** Its files, which may still be on their way. */
  files?: Upload[];
  stickers?: Sticker[];
  /** Why it was not sent; absent while it is under way. */
  failure?: { offline: boolean; cause: unknown };
}

/** A window on a channel's history, oldest first, without gaps or repetitions. */
export interface Timeline {
  items: Message[];
  /** Whether the first item is the channel's first message, and the last its latest. */
  atStart: boolean;
  atEnd: boolean;
  pending: Pending[];
  /** Whether a page has arrived, and whether the last attempt to load one failed. */
  loaded: boolean;
  failed: boolean;
  /** The newest message that was announced while the window did not reach the end. */
  missed?: Id;
}

export const emptyTimeline = (): Timeline => ({
  items: [],
  atStart: false,
  atEnd: false,
  pending: [],
  loaded: false,
  failed: false,
});

/** Where a message with this id is, or would be. */
export function placeOf(items: Message[], id: Id): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (compareIds(items[middle]?.id ?? "", id) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Puts messages of any order in, each once; what is known already is replaced. */
export function merge(items: Message[], incoming: Message[]): Message[] {
  const result = [...items];
  for (const message of incoming) {
    const at = placeOf(result, message.id);
    result.splice(at, result[at]?.id === message.id ? 1 : 0, message);
  }
  return result;
}

/**
 * Takes a page of the server's history as the whole truth about the range that it spans: what we hold in that range and the page lacks
 * was deleted while we were away.
 */
export function reconcilePage(items: Message[], page: Message[]): Message[] {
  if (page.length === 0) return items;
  const ids = page.map((message) => message.id).sort(compareIds);
  const [first = "", last = ""] = [ids[0], ids.at(-1)];
  const present = new Set(ids);
  const kept = items.filter(
    ({ id }) => compareIds(id, first) < 0 || compareIds(id, last) > 0 || present.has(id),
  );
  return merge(kept, page);
}

export const sameEmoji = (a: Emoji, b: Emoji) => (a.id || b.id ? a.id === b.id : a.name === b.name);

/** One reaction more (by 1) or less (by -1); a count of nought vanishes. */
export function react(reactions: Reaction[], emoji: Emoji, by: 1 | -1, mine: boolean): Reaction[] {
  const known = reactions.find((reaction) => sameEmoji(reaction.emoji, emoji));
  if (!known) return by > 0 ? [...reactions, { emoji, count: 1, me: mine }] : reactions;
  // One's own is counted at the click and again announced by the gateway; the second time changes nothing.
  if (mine && known.me === by > 0) return reactions;
  const changed = { ...known, count: known.count + by, me: mine ? by > 0 : known.me };
  return reactions.flatMap((reaction) =>
    reaction !== known ? [reaction] : changed.count > 0 ? [changed] : [],
  );
}
