import { describe, expect, it } from "vitest";
import type { Overwrite } from "~/api/types";
import { aChannel, aGuild, aMember, aRole } from "./fixtures";
import { ALL, has, inChannel, inGuild, Permission as P, rankOf } from "./permissions";

const EVERYONE = P.viewChannel | P.sendMessages | P.readHistory;
const roles = [
  aRole("100", EVERYONE, { position: 0 }),
  aRole("200", P.manageMessages, { position: 2 }),
  aRole("300", P.administrator, { position: 3 }),
];
const guild = aGuild(roles);
const NOW = Date.parse("2026-01-01T00:00:00Z");

const over = (id: string, allow: bigint, deny: bigint, type: 0 | 1 = 0): Overwrite => ({
  id,
  type,
  allow: String(allow),
  deny: String(deny),
});
const within = (member: ReturnType<typeof aMember>, ...permission_overwrites: Overwrite[]) =>
  inChannel(guild, aChannel({ permission_overwrites }), member, NOW);

describe("in a guild", () => {
  it("a stranger may nothing", () => expect(inGuild(guild, undefined)).toBe(0n));
  it("the owner may everything", () => expect(inGuild(guild, aMember("9"))).toBe(ALL));
  it("an administrator may everything", () => expect(inGuild(guild, aMember("1", ["300"]))).toBe(ALL));
  it("roles add to @everyone's", () =>
    expect(inGuild(guild, aMember("1", ["200"]))).toBe(EVERYONE | P.manageMessages));
  it("who is timed out may only look", () => {
    const member = aMember("1", ["200"], { communication_disabled_until: "2026-01-02T00:00:00Z" });
    expect(inGuild(guild, member, NOW)).toBe(P.viewChannel | P.readHistory);
    expect(inGuild(guild, member, NOW + 2 * 86_400_000)).toBe(EVERYONE | P.manageMessages);
  });
});

describe("in a channel", () => {
  it("@everyone's overwrite counts before the roles'", () =>
    expect(
      has(
        within(aMember("1", ["200"]), over("100", 0n, P.sendMessages), over("200", P.sendMessages, 0n)),
        P.sendMessages,
      ),
    ).toBe(true));
  it("an allowing role wins over a denying one", () =>
    expect(
      has(
        within(
          aMember("1", ["200", "201"]),
          over("200", 0n, P.sendMessages),
          over("201", P.sendMessages, 0n),
        ),
        P.sendMessages,
      ),
    ).toBe(true));
  it("the member's own overwrite has the last word", () =>
    expect(
      has(
        within(aMember("1", ["200"]), over("200", P.sendMessages, 0n), over("1", 0n, P.sendMessages, 1)),
        P.sendMessages,
      ),
    ).toBe(false));
  it("without seeing it one may nothing in it", () =>
    expect(within(aMember("1"), over("100", 0n, P.viewChannel))).toBe(0n));
  it("overwrites do not bind an administrator", () =>
    expect(within(aMember("1", ["300"]), over("100", 0n, P.viewChannel))).toBe(ALL));
  it("who may not send may not mention everyone either", () =>
    expect(has(within(aMember("1"), over("100", P.mentionEveryone, P.sendMessages)), P.mentionEveryone)).toBe(
      false,
    ));
});

describe("rank", () => {
  it("is the highest role's position, and the owner's is above all", () => {
    expect(rankOf(guild, aMember("1"))).toBe(0);
    expect(rankOf(guild, aMember("1", ["200", "300"]))).toBe(3);
    expect(rankOf(guild, aMember("9"))).toBe(Number.POSITIVE_INFINITY);
  });
});
