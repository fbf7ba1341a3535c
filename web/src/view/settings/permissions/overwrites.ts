import type { Id, Overwrite } from "~/api/types";

/** An exception's answer for one permission. */
export type Answer = "allow" | "inherit" | "deny";

export function answerOf(overwrite: Pick<Overwrite, "allow" | "deny">, bit: bigint): Answer {
  if (BigInt(overwrite.deny) & bit) return "deny";
  return BigInt(overwrite.allow) & bit ? "allow" : "inherit";
}

/** The overwrite with another answer for one permission; all others stay, also those this client does not know. */
export function withAnswer(overwrite: Overwrite, bit: bigint, answer: Answer): Overwrite {
  const allow = BigInt(overwrite.allow) & ~bit;
  const deny = BigInt(overwrite.deny) & ~bit;
  return {
    ...overwrite,
    allow: String(answer === "allow" ? allow | bit : allow),
    deny: String(answer === "deny" ? deny | bit : deny),
  };
}

const same = (a: Overwrite, b: Overwrite) =>
  a.type === b.type && BigInt(a.allow) === BigInt(b.allow) && BigInt(a.deny) === BigInt(b.deny);

/** What to tell the server so that a channel's overwrites become others. */
export function difference(
  before: readonly Overwrite[],
  after: readonly Overwrite[],
): { put: Overwrite[]; remove: Id[] } {
  const known = new Map(before.map((overwrite) => [overwrite.id, overwrite]));
  const kept = new Set(after.map((overwrite) => overwrite.id));
  return {
    put: after.filter((overwrite) => {
      const old = known.get(overwrite.id);
      return !old || !same(old, overwrite);
    }),
    remove: before.filter((overwrite) => !kept.has(overwrite.id)).map((overwrite) => overwrite.id),
  };
}
