import type { Id } from "~/api/types";
import { Op } from "~/gateway/line";
import { t } from "~/i18n";
import type { App } from "~/state/app";
import { isText } from "~/state/channels";
import { type CommandEntry, entriesOf, findEntries } from "~/state/commands";
import { byRank } from "~/state/guilds";
import { loadEmoji, type NamedEmoji, searchEmoji } from "../emoji/emojiIndex";
import { ownEmoji } from "../emoji/ownEmoji";
import { present } from "./names";

export type Option =
  | { kind: "user"; id: Id; name: string; hint: string; insert: string }
  | { kind: "role"; id: Id; name: string; hint: string; insert: string }
  | { kind: "everyone"; id: Id; name: string; hint: string; insert: string }
  | { kind: "channel"; id: Id; name: string; hint: string; insert: string }
  | { kind: "emoji"; id: Id; name: string; hint: string; insert: string }
  | { kind: "command"; id: Id; name: string; hint: string; insert: string; entry: CommandEntry };

/** The word before the caret that asks for a completion, and where it begins. */
export interface Asking {
  sign: "@" | "#" | ":" | "/";
  word: string;
  start: number;
}

const MAX_OPTIONS = 8;
const MIN_EMOJI_WORD = 2;

export function askingAt(text: string, caret: number): Asking | undefined {
  const command = /^\/([^\n/]{0,70})$/u.exec(text.slice(0, caret));
  if (command) return { sign: "/", word: command[1] ?? "", start: 0 };
  const match = /(?:^|[\s(])([@#:])([^\s@#:]{0,32})$/u.exec(text.slice(0, caret));
  if (!match) return undefined;
  const [, sign, word = ""] = match;
  if (sign === ":" && word.length < MIN_EMOJI_WORD) return undefined;
  return { sign: sign as Asking["sign"], word, start: caret - word.length - 1 };
}

/** People, roles and channels, from what is known here. */
export function namedOptions(app: App, guild: Id, asking: Asking): Option[] {
  const word = asking.word.toLowerCase();
  if (asking.sign === "@") return people(app, guild, word);
  return asking.sign === "#" ? places(app, guild, word) : [];
}

/** Commands that can be used in the channel. */
export function commandOptions(app: App, channel: Id, asking: Asking): Option[] {
  return findEntries(entriesOf(app.interactions.index(channel)), asking.word).map((entry) => ({
    kind: "command",
    id: entry.command.id,
    name: `/${entry.name}`,
    hint: `${entry.description} · ${entry.application}`,
    insert: "",
    entry,
  }));
}

/** Of a large guild only some members are known: the others whose names begin so are asked for. */
export function askForMembers(app: App, guild: Id, asking: Asking): void {
  if (asking.sign !== "@" || !asking.word || !app.guilds.of(guild)?.large) return;
  app.connection.say(Op.requestMembers, {
    guild_id: guild,
    query: asking.word,
    limit: MAX_OPTIONS,
    presences: true,
  });
}

export async function emojiOptions(app: App, asking: Asking): Promise<Option[]> {
  const word = asking.word.toLowerCase();
  const own = ownEmoji(app)
    .filter(({ name }) => name?.toLowerCase().includes(word))
    .slice(0, MAX_OPTIONS)
    .map(
      ({ id, name }): Option => ({
        kind: "emoji",
        id: id ?? "",
        name: `:${name}:`,
        hint: "",
        insert: `:${name}:`,
      }),
    );
  const found = searchEmoji(await loadEmoji(), word, MAX_OPTIONS);
  const named = found.map(
    ({ emoji, names }: NamedEmoji): Option => ({
      kind: "emoji",
      id: emoji,
      name: `:${names.find((name) => name.includes(word)) ?? names[0]}:`,
      hint: emoji,
      insert: emoji,
    }),
  );
  return [...own, ...named].slice(0, MAX_OPTIONS);
}

/** What starts with the word comes before what only contains it. */
function ranked<T>(all: T[], word: string, texts: (item: T) => string[]): T[] {
  const score = (item: T) => {
    const lower = texts(item).map((text) => text.toLowerCase());
    if (lower.some((text) => text.startsWith(word))) return 0;
    return lower.some((text) => text.includes(word)) ? 1 : 2;
  };
  return all
    .map((item) => ({ item, score: score(item) }))
    .filter((entry) => entry.score < 2)
    .sort((a, b) => a.score - b.score)
    .map((entry) => entry.item);
}

function people(app: App, guild: Id, word: string): Option[] {
  const members = ranked(present(app, guild), word, ({ user, nick }) => [
    user.username,
    user.global_name ?? "",
    nick ?? "",
  ]).slice(0, MAX_OPTIONS);
  const users = members.map(
    ({ user }): Option => ({
      kind: "user",
      id: user.id,
      name: app.members.name(guild, user.id),
      hint: user.username,
      insert: `@${user.username}`,
    }),
  );
  const mayAll = app.rights.may("mentionEveryone", guild);
  const roles = ranked(
    app.guilds
      .roles(guild)
      .filter((role) => role.id !== guild && (role.mentionable || mayAll))
      .sort(byRank),
    word,
    (role) => [role.name],
  ).map(
    (role): Option => ({
      kind: "role",
      id: role.id,
      name: role.name,
      hint: t("chat.roleHint"),
      insert: `@${role.name}`,
    }),
  );
  const wide = mayAll ? ranked<"everyone" | "here">(["everyone", "here"], word, (name) => [name]) : [];
  const all = wide.map(
    (name): Option => ({
      kind: "everyone",
      id: name,
      name: `@${name}`,
      hint: t(name === "everyone" ? "chat.everyoneHint" : "chat.hereHint"),
      insert: `@${name}`,
    }),
  );
  return [...users, ...roles, ...all].slice(0, MAX_OPTIONS);
}

function places(app: App, guild: Id, word: string): Option[] {
  return ranked(app.channels.inGuild(guild).filter(isText), word, (channel) => [channel.name])
    .slice(0, MAX_OPTIONS)
    .map((channel) => ({
      kind: "channel",
      id: channel.id,
      name: channel.name,
      hint: app.channels.of(channel.parent_id ?? undefined)?.name ?? "",
      insert: `#${channel.name}`,
    }));
}
