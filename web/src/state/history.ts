import type { Api } from "~/api/api";
import type { HistoryWindow } from "~/api/channels";
import type { Id, Message } from "~/api/types";
import type { Messages } from "./messages";
import { compareIds, isAfter } from "./snowflake";

export type History = ReturnType<typeof createHistory>;

const PAGE = 50;
const GAP_PAGE = 100;
/** A gap longer than this many pages is not filled; the window starts anew at the present. */
const GAP_PAGES = 5;
const CATCH_UP_TRIES = 3;

/** Thrown by `alive` to end a load whose window has been replaced by another one meanwhile. */
class Overtaken extends Error {}

/** Loads what the view comes to need of a channel's history. Every kind of load runs once at a time and channel. */
export function createHistory(api: Api, messages: Messages) {
  const busy = new Set<string>();
  /** Counts the replaced windows of a channel: a page asked for in one must not be put into the next, or a gap would hide there. */
  const windows = new Map<Id, number>();
  const windowOf = (channel: Id) => windows.get(channel) ?? 0;

  const load = async (
    channel: Id,
    what: string,
    work: (page: (window: HistoryWindow) => Promise<Message[]>) => Promise<void>,
  ) => {
    const key = channel + what;
    if (busy.has(key)) return;
    busy.add(key);
    const started = windowOf(channel);
    try {
      await work(async (window) => {
        const page = await api.messages.history(channel, { limit: PAGE, ...window });
        if (windowOf(channel) !== started) throw new Overtaken();
        return page;
      });
    } catch (failure) {
      if (!(failure instanceof Overtaken)) messages.fail(channel);
    } finally {
      busy.delete(key);
    }
  };
  const replace = (channel: Id, page: Message[], ends: { atStart: boolean; atEnd: boolean }) => {
    windows.set(channel, windowOf(channel) + 1);
    messages.take(channel, page, "replace", ends);
  };
  const edge = (channel: Id, end: 0 | -1): Id | undefined => messages.in(channel)?.items.at(end)?.id;

  const latest = (channel: Id) =>
    load(channel, "latest", async (fetch) => {
      const page = await fetch({});
      messages.take(channel, page, "reconcile", {
        atEnd: true,
        ...(page.length < PAGE && { atStart: true }),
      });
    });
  const older = (channel: Id) =>
    load(channel, "older", async (fetch) => {
      const before = edge(channel, 0);
      if (!before || messages.in(channel)?.atStart) return;
      const page = await fetch({ before });
      messages.take(channel, page, "join", { atStart: page.length < PAGE });
    });
  const newer = (channel: Id) =>
    load(channel, "newer", async (fetch) => {
      for (let tries = 0; tries < CATCH_UP_TRIES; tries++) {
        const after = edge(channel, -1);
        if (!after) return;
        const page = await fetch({ after });
        messages.take(channel, page, "join", { atEnd: page.length < PAGE });
        // What was announced while the page was on its way is asked for once more.
        if (page.length === PAGE || !isAfter(messages.in(channel)?.missed, edge(channel, -1))) return;
      }
    });
  /** A READY came: what was loaded may be out of date. The newest page is the truth about its range; older ones fill the gap. */
  const fillGap = (channel: Id) =>
    load(channel, "gap", async (fetch) => {
      const last = edge(channel, -1);
      if (!messages.in(channel)?.atEnd) return;
      const page = await fetch({});
      const first = oldest(page);
      messages.take(channel, page, "reconcile", { atEnd: true });
      if (page.length < PAGE || !last || !first || !isAfter(first, last)) return;
      let cursor = last;
      for (let pages = 0; pages < GAP_PAGES; pages++) {
        const more = await fetch({ after: cursor, limit: GAP_PAGE });
        messages.take(channel, more, "join", {});
        cursor = newest(more) ?? first;
        if (more.length < GAP_PAGE || !isAfter(first, cursor)) return;
      }
      replace(channel, page, { atEnd: true, atStart: false });
    });

  return {
    /** The first look at a channel. */
    open: async (channel: Id) => {
      messages.open(channel);
      if (!messages.in(channel)?.loaded) await latest(channel);
    },
    older,
    newer,
    fillGap,
    /** Moves the window to a message of long ago. */
    around: (channel: Id, message: Id) =>
      load(channel, "around", async (fetch) => {
        replace(channel, await fetch({ around: message }), { atStart: false, atEnd: false });
      }),
    /** Moves the window back to the channel's end. */
    present: (channel: Id) =>
      load(channel, "present", async (fetch) => {
        const page = await fetch({});
        replace(channel, page, { atEnd: true, atStart: page.length < PAGE });
        if (isAfter(messages.in(channel)?.missed, newest(page))) void newer(channel);
      }),
    /** After a failure: loads what is missing. */
    retry: (channel: Id) => {
      messages.fail(channel, false);
      return messages.in(channel)?.loaded ? older(channel) : latest(channel);
    },
  };
}

const ordered = (page: Message[]) => page.map((message) => message.id).sort(compareIds);
const oldest = (page: Message[]) => ordered(page)[0];
const newest = (page: Message[]) => ordered(page).at(-1);
