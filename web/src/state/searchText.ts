import type { Id } from "~/api/types";

const EPOCH_MS = 1_420_070_400_000;

/** What a search asks the server for. */
export interface SearchQuery {
  content: string;
  author_id: Id[];
  mentions: Id[];
  channel_id: Id[];
  has: string[];
  pinned?: boolean;
  min_id?: Id;
  max_id?: Id;
}

/** How names in a search text become ids. */
export interface Names {
  user(name: string): Id | undefined;
  channel(name: string): Id | undefined;
}

export const FILTERS = ["from", "in", "has", "mentions", "before", "after", "pinned"] as const;
export type Filter = (typeof FILTERS)[number];

export const HELD = ["link", "file", "image", "video", "sound", "embed", "sticker", "poll"] as const;

const WORD = /(?:^|\s)(from|in|has|mentions|before|after|pinned):("[^"]*"|\S+)/gu;

/** Reads `from:ada has:link before:2026-01-31 honey`; what names nobody is reported and left out. */
export function parseSearch(text: string, names: Names): { query: SearchQuery; unknown: string[] } {
  const query: SearchQuery = { content: "", author_id: [], mentions: [], channel_id: [], has: [] };
  const unknown: string[] = [];
  const take = (id: Id | undefined, into: Id[], value: string) => {
    if (id) into.push(id);
    else unknown.push(value);
  };
  query.content = text
    .replace(WORD, (_whole, filter: Filter, quoted: string) => {
      const value = quoted.replace(/^"|"$/g, "").replace(/^[@#]/, "");
      switch (filter) {
        case "from":
          take(names.user(value), query.author_id, value);
          break;
        case "mentions":
          take(names.user(value), query.mentions, value);
          break;
        case "in":
          take(names.channel(value), query.channel_id, value);
          break;
        case "has":
          if (HELD.some((one) => one === value.replace(/^-/, ""))) query.has.push(value);
          else unknown.push(value);
          break;
        case "pinned":
          query.pinned = value !== "false" && value !== "no";
          break;
        default:
          day(filter, value, query, unknown);
      }
      return " ";
    })
    .replace(/\s+/g, " ")
    .trim();
  return { query, unknown };
}

/** Before a day means before it began, after one after it ended. */
function day(filter: "before" | "after", value: string, query: SearchQuery, unknown: string[]) {
  const [year = Number.NaN, month = 1, date = 1] = value.split("-").map(Number);
  const begin = new Date(year, month - 1, filter === "after" ? date + 1 : date).getTime();
  if (Number.isNaN(begin)) unknown.push(value);
  else if (filter === "before") query.max_id = idAt(begin);
  else query.min_id = idAt(begin);
}

const idAt = (ms: number): Id => String(BigInt(Math.max(1, ms - EPOCH_MS)) << 22n);

export const isEmpty = (query: SearchQuery) =>
  !query.content &&
  !query.author_id.length &&
  !query.mentions.length &&
  !query.has.length &&
  query.pinned === undefined &&
  !query.min_id &&
  !query.max_id &&
  !query.channel_id.length;
