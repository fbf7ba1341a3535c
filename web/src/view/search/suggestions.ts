import type { Channel, User } from "~/api/types";

const SHOWN = 8;

interface Known {
  filters: readonly string[];
  held: readonly string[];
  users: readonly User[];
  channels: readonly Channel[];
}

/** What could stand at the end of a search text: a filter's name, or its value once the name is there. */
export function suggestionsFor(text: string, known: Known): string[] {
  const match = /(?:^|\s)(\w+):(\S*)$/u.exec(text);
  if (!match) return known.filters.map((name) => `${name}:`);
  const [, filter = "", begun = ""] = match;
  const values: Record<string, () => string[]> = {
    from: () => known.users.map((user) => user.username),
    mentions: () => known.users.map((user) => user.username),
    in: () => known.channels.map((channel) => channel.name),
    has: () => [...known.held],
    pinned: () => ["true", "false"],
    before: () => [new Date().toISOString().slice(0, 10)],
    after: () => [new Date(Date.now() - 7 * 86_400_000).toISOString().slice(0, 10)],
  };
  return (values[filter]?.() ?? [])
    .filter((value) => value.toLowerCase().startsWith(begun.toLowerCase()) && value !== begun)
    .slice(0, SHOWN)
    .map((value) => `${filter}:${/\s/u.test(value) ? `"${value}"` : value} `);
}
