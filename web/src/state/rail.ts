import type { GuildFolder, Id } from "~/api/types";

/** Communities that stand together in the rail. */
export interface Folder {
  id: number;
  name: string;
  /** 0xRRGGBB; 0 is no colour. */
  color: number;
  guilds: Id[];
}

/** A community by itself, or a folder. */
export type RailItem = Id | Folder;
export type Rail = readonly RailItem[];

/** Where something is dropped: on the edge before or after a thing, or into it. */
export interface Target {
  at: Id | number;
  edge: "before" | "after" | "into";
}

export const isFolder = (item: RailItem | undefined): item is Folder => typeof item === "object";

/** The rail from the settings, with what one is a member of: new ones come first, former ones are left out. */
export function railOf(guilds: readonly Id[], folders: readonly GuildFolder[]): Rail {
  const left = new Set(guilds);
  const rail: RailItem[] = [];
  for (const one of folders) {
    const there = one.guild_ids.filter((id) => left.delete(id));
    if (typeof one.id !== "number") rail.push(...there);
    else if (there.length)
      rail.push({ id: one.id, name: one.name ?? "", color: one.color ?? 0, guilds: there });
  }
  return [...guilds.filter((id) => left.has(id)), ...rail];
}

/** What the settings keep of a rail. */
export const foldersOf = (rail: Rail): GuildFolder[] =>
  rail.map((item) =>
    isFolder(item)
      ? { id: item.id, name: item.name || null, color: item.color || null, guild_ids: item.guilds }
      : { id: null, name: null, color: null, guild_ids: [item] },
  );

export const orderOf = (rail: Rail): Id[] => rail.flatMap((item) => (isFolder(item) ? item.guilds : [item]));

export const folderOf = (rail: Rail, guild: Id): Folder | undefined =>
  rail.filter(isFolder).find((folder) => folder.guilds.includes(guild));

/** Puts a community, or a whole folder, somewhere else. */
export function dropped(rail: Rail, what: Id | number, target: Target, freshId: number): Rail {
  if (what === target.at) return rail;
  if (typeof what === "number") return movedFolder(rail, what, target);
  const rest = without(rail, what);
  const { at, edge } = target;
  if (edge === "into")
    return rest.map((item): RailItem => {
      if (isFolder(item)) {
        const here = item.id === at || (typeof at === "string" && item.guilds.includes(at));
        return here ? { ...item, guilds: [...item.guilds, what] } : item;
      }
      return item === at ? { id: freshId, name: "", color: 0, guilds: [item, what] } : item;
    });
  return rest.flatMap((item): RailItem[] => {
    if (isFolder(item) && typeof at === "string" && item.guilds.includes(at))
      return [{ ...item, guilds: item.guilds.flatMap((one) => beside(one, one === at, what, edge)) }];
    return beside<RailItem>(item, isFolder(item) ? item.id === at : item === at, what, edge);
  });
}

function movedFolder(rail: Rail, folder: number, { at, edge }: Target): Rail {
  const moved = rail.find((item) => isFolder(item) && item.id === folder);
  if (!moved) return rail;
  const holds = (item: RailItem) =>
    isFolder(item) ? item.id === at || (typeof at === "string" && item.guilds.includes(at)) : item === at;
  if (holds(moved)) return rail;
  return rail
    .filter((item) => item !== moved)
    .flatMap((item) => beside(item, holds(item), moved, edge === "before" ? "before" : "after"));
}

const beside = <T>(item: T, here: boolean, what: T, edge: Target["edge"]): T[] => {
  if (!here) return [item];
  return edge === "before" ? [what, item] : [item, what];
};

/** One step up or down, into folders and out of them again. */
export function stepped(rail: Rail, guild: Id, step: -1 | 1): Rail {
  const home = folderOf(rail, guild);
  if (home) {
    const at = home.guilds.indexOf(guild) + step;
    const next = home.guilds[at];
    if (next) return dropped(rail, guild, { at: next, edge: step < 0 ? "before" : "after" }, 0);
    if (home.guilds.length === 1) return rail.map((item) => (item === home ? guild : item));
    return dropped(rail, guild, { at: home.id, edge: step < 0 ? "before" : "after" }, 0);
  }
  const next = rail[rail.indexOf(guild) + step];
  if (next === undefined) return rail;
  if (!isFolder(next)) return dropped(rail, guild, { at: next, edge: step < 0 ? "before" : "after" }, 0);
  const guilds = step < 0 ? [...next.guilds, guild] : [guild, ...next.guilds];
  return without(rail, guild).map((item) => (item === next ? { ...next, guilds } : item));
}

/** A folder of its own around a community. */
export const wrapped = (rail: Rail, guild: Id, freshId: number): Rail =>
  rail.map((item) => (item === guild ? { id: freshId, name: "", color: 0, guilds: [guild] } : item));

export const edited = (rail: Rail, folder: number, change: Partial<Pick<Folder, "name" | "color">>): Rail =>
  rail.map((item) => (isFolder(item) && item.id === folder ? { ...item, ...change } : item));

/** Takes a folder away; what was in it stays in its place. */
export const ungrouped = (rail: Rail, folder: number): Rail =>
  rail.flatMap((item): RailItem[] => (isFolder(item) && item.id === folder ? item.guilds : [item]));

/** A folder without anybody goes too. */
const without = (rail: Rail, guild: Id): Rail =>
  rail.flatMap((item): RailItem[] => {
    if (!isFolder(item)) return item === guild ? [] : [item];
    if (!item.guilds.includes(guild)) return [item];
    const guilds = item.guilds.filter((one) => one !== guild);
    return guilds.length ? [{ ...item, guilds }] : [];
  });
