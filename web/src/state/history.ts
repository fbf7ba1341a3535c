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

/** Loads what the view comes to need of a channel's history. Every load runs once at a time and channel. */
export function createHistory(api: Api, messages: Messages) {
  const busy = new Set<string>();
  const fetchPage = (channel: Id, window: HistoryWindow) =>
    api.messages.history(channel, { limit: PAGE, ...window });
  const once = async (channel: Id, what: string, load: () => Promise<void>) => {
    const key = channel + what;
    if (busy.has(key)) return;
    busy.add(key);
    try {
      await load();
    } catch {
      messages.fail(channel);
    } finally {
      busy.delete(key);
    }
  };
  const edge = (channel: Id, end: 0 | -1): Id | undefined => messages.in(channel)?.items.at(end)?.id;

  const latest = (channel: Id, how: "reconcile" | "replace") =>
    once(channel, "latest", async () => {
      const page = await fetchPage(channel, {});
      messages.take(channel, page, how, { atEnd: true, ...(page.length < PAGE && { atStart: true }) });
    });
  const older = (channel: Id) =>
    once(channel, "older", async () => {
      const before = edge(channel, 0);
      if (!before || messages.in(channel)?.atStart) return;
      const page = await fetchPage(channel, { before });
      messages.take(channel, page, "join", { atStart: page.length < PAGE });
    });
  const newer = (channel: Id) =>
    once(channel, "newer", async () => {
      for (let tries = 0; tries < CATCH_UP_TRIES; tries++) {
        const after = edge(channel, -1);
        if (!after) return;
        const page = await fetchPage(channel, { after });
        messages.take(channel, page, "join", { atEnd: page.length < PAGE });
        const missed = messages.in(channel)?.missed;
        if (page.length === PAGE || !isAfter(missed, edge(channel, -1))) return;
      }
    });
  const walk = async (channel: Id, from: Id, to: Id) => {
    let cursor = from;
    for (let pages = 0; pages < GAP_PAGES; pages++) {
      const page = await fetchPage(channel, { after: cursor, limit: GAP_PAGE });
      messages.take(channel, page, "join", {});
      cursor = newest(page) ?? to;
      if (page.length < GAP_PAGE || !isAfter(to, cursor)) return true;
    }
    return false;
  };

  return {
    /** The first look at a channel. */
    open: async (channel: Id) => {
      messages.open(channel);
      if (!messages.in(channel)?.loaded) await latest(channel, "reconcile");
    },
    older,
    newer,
    /** Moves the window to a message of long ago. */
    around: (channel: Id, message: Id) =>
      once(channel, "around", async () => {
        const page = await fetchPage(channel, { around: message });
        messages.take(channel, page, "replace", { atStart: false, atEnd: false });
      }),
    /** After a failure: loads what is missing. */
    retry: (channel: Id) => {
      messages.fail(channel, false);
      return messages.in(channel)?.loaded ? older(channel) : latest(channel, "reconcile");
    },
    /** Moves the window back to the channel's end. */
    present: (channel: Id) => latest(channel, "replace"),
    /** After a new gateway session: brings the open channel up to date, what was edited or deleted in between included. */
    fillGap: (channel: Id) =>
      once(channel, "gap", async () => {
        const last = edge(channel, -1);
        if (!messages.in(channel)?.atEnd) return;
        const page = await fetchPage(channel, {});
        const first = oldest(page);
        messages.take(channel, page, "reconcile", { atEnd: true });
        if (page.length < PAGE || !last || !first || !isAfter(first, last)) return;
        if (!(await walk(channel, last, first)))
          messages.take(channel, page, "replace", { atEnd: true, atStart: false });
      }),
  };
}

const ordered = (page: Message[]) => page.map((message) => message.id).sort(compareIds);
const oldest = (page: Message[]) => ordered(page)[0];
const newest = (page: Message[]) => ordered(page).at(-1);
