import { MemberFlag } from "~/api/reception";
import type { Guild, Member } from "~/api/types";
import { timeOf } from "~/state/snowflake";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** Who joined longer ago knows the place. */
const FRESH_MS = 2 * MINUTE;

export interface Steps {
  rules: boolean;
  questions: boolean;
  welcome: boolean;
}

/** What a newcomer has still to do or to be shown. */
export function stepsOf(guild: Guild, self: Member | undefined, now = Date.now()): Steps {
  const flags = self?.flags ?? 0;
  return {
    rules: self?.pending === true,
    questions: (flags & MemberFlag.onboarding) !== 0 && (flags & MemberFlag.onboarded) === 0,
    welcome:
      guild.features?.includes("WELCOME_SCREEN_ENABLED") === true &&
      self !== undefined &&
      guild.owner_id !== self.user.id &&
      now - Date.parse(self.joined_at) < FRESH_MS,
  };
}

export type Lacking = { what: "address" } | { what: "time"; minutes: number };

/** What keeps somebody from writing where the guild asks for a level of verification; the server decides it anew. */
export function lacking(
  guild: Guild,
  self: Member,
  email: string | null | undefined,
  now = Date.now(),
): Lacking | undefined {
  const level = guild.verification_level ?? 0;
  const excused = ((self.flags ?? 0) & MemberFlag.excused) !== 0;
  if (level === 0 || self.roles.length > 0 || guild.owner_id === self.user.id || excused) return undefined;
  const age = now - timeOf(self.user.id);
  if (!email && (level >= 4 || age < HOUR)) return { what: "address" };
  const forAccount = level >= 2 ? 5 * MINUTE - age : 0;
  const forMember = level >= 3 ? 10 * MINUTE - (now - Date.parse(self.joined_at)) : 0;
  const left = Math.max(forAccount, forMember);
  return left > 0 ? { what: "time", minutes: Math.ceil(left / MINUTE) } : undefined;
}
