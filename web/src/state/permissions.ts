import { type Channel, ChannelType, type Guild, type Id, type Member, type Role } from "~/api/types";

/** Discord's bits, as far as the client shows or hides something by them. */
export const Permission = {
  createInvite: 1n << 0n,
  kickMembers: 1n << 1n,
  banMembers: 1n << 2n,
  administrator: 1n << 3n,
  manageChannels: 1n << 4n,
  manageGuild: 1n << 5n,
  addReactions: 1n << 6n,
  viewAuditLog: 1n << 7n,
  viewChannel: 1n << 10n,
  sendMessages: 1n << 11n,
  manageMessages: 1n << 13n,
  embedLinks: 1n << 14n,
  attachFiles: 1n << 15n,
  stream: 1n << 9n,
  readHistory: 1n << 16n,
  mentionEveryone: 1n << 17n,
  connect: 1n << 20n,
  speak: 1n << 21n,
  muteMembers: 1n << 22n,
  deafenMembers: 1n << 23n,
  moveMembers: 1n << 24n,
  prioritySpeaker: 1n << 8n,
  requestToSpeak: 1n << 32n,
  useSoundboard: 1n << 42n,
  useExternalSounds: 1n << 45n,
  useVoiceActivity: 1n << 25n,
  changeNickname: 1n << 26n,
  manageNicknames: 1n << 27n,
  manageRoles: 1n << 28n,
  manageWebhooks: 1n << 29n,
  createEvents: 1n << 44n,
  manageExpressions: 1n << 30n,
  createExpressions: 1n << 43n,
  manageEvents: 1n << 33n,
  manageThreads: 1n << 34n,
  createPublicThreads: 1n << 35n,
  createPrivateThreads: 1n << 36n,
  sendInThreads: 1n << 38n,
  moderateMembers: 1n << 40n,
  sendPolls: 1n << 49n,
  pinMessages: 1n << 51n,
  bypassSlowmode: 1n << 52n,
} as const;

export const ALL = (1n << 64n) - 1n;
const NONE = 0n;

/** What remains of a member's rights while timed out. */
const TIMED_OUT = Permission.viewChannel | Permission.readHistory;
/** Worthless without the right to speak. */
const NEEDS_SENDING = Permission.mentionEveryone | Permission.attachFiles | Permission.embedLinks;

export const has = (set: bigint, wanted: bigint) => (set & wanted) === wanted;

/** Discord's resolution in a guild: owner, then administrator, then @everyone and roles together. */
export function inGuild(guild: Guild, member: Member | undefined, now = Date.now()): bigint {
  if (!member) return NONE;
  if (guild.owner_id === member.user.id) return ALL;
  const roles = rolesOf(guild, member);
  const base = roles.reduce((set, role) => set | BigInt(role.permissions), NONE);
  if (has(base, Permission.administrator)) return ALL;
  return isTimedOut(member, now) ? base & TIMED_OUT : base;
}

/** As inGuild, then the channel's overwrites: @everyone's, those of all roles together, the member's own. */
export function inChannel(
  guild: Guild,
  channel: Channel,
  member: Member | undefined,
  now = Date.now(),
): bigint {
  const base = inGuild(guild, member, now);
  if (!member || base === ALL) return base;
  const overwrites = channel.permission_overwrites ?? [];
  const of = (id: Id) => overwrites.filter((overwrite) => overwrite.id === id);
  let set = base;
  for (const group of [
    of(guild.id),
    member.roles.filter((id) => id !== guild.id).flatMap(of),
    of(member.user.id),
  ]) {
    const deny = group.reduce((bits, overwrite) => bits | BigInt(overwrite.deny), NONE);
    const allow = group.reduce((bits, overwrite) => bits | BigInt(overwrite.allow), NONE);
    set = (set & ~deny) | allow;
  }
  return implied(isTimedOut(member, now) ? set & TIMED_OUT : set, channel);
}

/** Denials that follow from others: nothing without seeing, no embellishment without speech. */
function implied(set: bigint, channel: Channel): bigint {
  if (!has(set, Permission.viewChannel)) return NONE;
  const spoken = channel.type === ChannelType.voice || channel.type === ChannelType.stage;
  if (spoken && !has(set, Permission.connect)) return set & Permission.viewChannel;
  return has(set, Permission.sendMessages) ? set : set & ~NEEDS_SENDING;
}

/** The position of a member's highest role; owners stand above every role. */
export function rankOf(guild: Guild, member: Member | undefined): number {
  if (!member) return -1;
  if (guild.owner_id === member.user.id) return Number.POSITIVE_INFINITY;
  return rolesOf(guild, member).reduce((highest, role) => Math.max(highest, role.position), 0);
}

const rolesOf = (guild: Guild, member: Member): Role[] =>
  guild.roles.filter((role) => role.id === guild.id || member.roles.includes(role.id));

/** Until somebody has accepted the rules they may do what the timed out may. */
const isTimedOut = (member: Member, now: number) =>
  member.pending === true ||
  (Boolean(member.communication_disabled_until) &&
    Date.parse(member.communication_disabled_until ?? "") > now);
