import type { Guild, Id, Member, Role, Status } from "~/api/types";
import { byRank } from "./guilds";

export interface RosterGroup {
  /** A hoisted role's id, or one of the two groups of all others. */
  key: Id | "online" | "offline";
  role?: Role;
  members: Member[];
}

/** The member list's order: each person below their highest hoisted role, those who are offline at the end. */
export function rosterOf(
  guild: Guild,
  members: Member[],
  status: (user: Id) => Status,
  name: (user: Id) => string,
): RosterGroup[] {
  const hoisted = guild.roles.filter((role) => role.hoist && role.id !== guild.id).sort(byRank);
  const groups = new Map<string, RosterGroup>(
    hoisted.map((role) => [role.id, { key: role.id, role, members: [] }]),
  );
  groups.set("online", { key: "online", members: [] });
  groups.set("offline", { key: "offline", members: [] });
  for (const member of members) {
    const there = status(member.user.id) !== "offline" && status(member.user.id) !== "invisible";
    const role = hoisted.find(({ id }) => member.roles.includes(id));
    groups.get(there ? (role?.id ?? "online") : "offline")?.members.push(member);
  }
  const collator = new Intl.Collator();
  const byName = (a: Member, b: Member) => collator.compare(name(a.user.id), name(b.user.id));
  return [...groups.values()]
    .filter((group) => group.members.length)
    .map((group) => ({ ...group, members: group.members.sort(byName) }));
}

/** The colour of a member's highest coloured role. */
export function colourOf(guild: Guild | undefined, member: Member | undefined): string | undefined {
  const roles = guild?.roles.filter((role) => role.color && member?.roles.includes(role.id)) ?? [];
  const highest = roles.sort(byRank)[0];
  return highest && `#${highest.color.toString(16).padStart(6, "0")}`;
}

/** The highest role of somebody that shows a picture or an emoji. */
export function badgeOf(guild: Guild | undefined, member: Member | undefined): Role | undefined {
  return guild?.roles
    .filter((role) => (role.icon || role.unicode_emoji) && member?.roles.includes(role.id))
    .sort(byRank)[0];
}
