import type { Id } from "~/api/types";

/** The names that a text may refer to, each with how the protocol writes it. */
export interface Names {
  users: { id: Id; name: string }[];
  roles: { id: Id; name: string }[];
  channels: { id: Id; name: string }[];
}

const CODE = /(```[\s\S]*?```|`[^`\n]*`)/;

/** Names as typed (`@ada`, `#general`) become references (`<@1>`, `<#2>`), outside code; the longest name wins. */
export function encode(text: string, names: Names): string {
  const users = dictionary(names.users, "@", "<@");
  const roles = dictionary(names.roles, "@", "<@&");
  const channels = dictionary(names.channels, "#", "<#");
  const all = new Map([...roles, ...users, ...channels]);
  const known = [...all.keys()].filter((name) => text.toLowerCase().includes(name));
  if (!known.length) return text;
  known.sort((a, b) => b.length - a.length);
  const pattern = new RegExp(
    `(?<![\\p{L}\\p{N}<])(?:${known.map(quoted).join("|")})(?![\\p{L}\\p{N}_])`,
    "giu",
  );
  return outsideCode(text, (part) => part.replace(pattern, (found) => all.get(found.toLowerCase()) ?? found));
}

/** The other way round, for editing. */
export function decode(text: string, names: Names): string {
  const find = (list: { id: Id; name: string }[], id: string) => list.find((one) => one.id === id)?.name;
  return outsideCode(text, (part) =>
    part
      .replace(/<@!?(\d+)>/g, (whole, id) => (find(names.users, id) ? `@${find(names.users, id)}` : whole))
      .replace(/<@&(\d+)>/g, (whole, id) => (find(names.roles, id) ? `@${find(names.roles, id)}` : whole))
      .replace(/<#(\d+)>/g, (whole, id) =>
        find(names.channels, id) ? `#${find(names.channels, id)}` : whole,
      ),
  );
}

const dictionary = (list: { id: Id; name: string }[], sign: string, open: string): [string, string][] =>
  list.map(({ id, name }) => [`${sign}${name}`.toLowerCase(), `${open}${id}>`]);

/** Changes what stands outside of code. */
export const outsideCode = (text: string, change: (part: string) => string) =>
  text
    .split(CODE)
    .map((part, index) => (index % 2 ? part : change(part)))
    .join("");

const quoted = (name: string) => name.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");
