import { describe, expect, it } from "vitest";
import type { Guild, Member } from "~/api/types";
import { lacking, stepsOf } from "./standing";

const BORN = Date.parse("2026-01-01T00:00:00Z");
const id = String(BigInt(BORN - 1_420_070_400_000) << 22n);
const guild = (level: number, features: string[] = []) =>
  ({ id: "1", owner_id: "9", verification_level: level, features }) as unknown as Guild;
const member = (more: Partial<Member> = {}) =>
  ({ user: { id }, roles: [], joined_at: "2026-01-01T00:00:00Z", ...more }) as unknown as Member;
const minutesLater = (minutes: number) => BORN + minutes * 60_000;

describe("lacking", () => {
  it("asks for an address or an hour at level one", () => {
    expect(lacking(guild(1), member(), null, minutesLater(59))).toEqual({ what: "address" });
    expect(lacking(guild(1), member(), "a@b.c", minutesLater(0))).toBeUndefined();
    expect(lacking(guild(1), member(), null, minutesLater(60))).toBeUndefined();
  });

  it("counts the minutes at levels two and three, and the address at four", () => {
    expect(lacking(guild(2), member(), "a@b.c", minutesLater(2))).toEqual({ what: "time", minutes: 3 });
    expect(lacking(guild(3), member(), "a@b.c", minutesLater(6))).toEqual({ what: "time", minutes: 4 });
    expect(lacking(guild(4), member(), null, minutesLater(900))).toEqual({ what: "address" });
  });

  it("asks nothing of who holds a role, owns the guild or is excused", () => {
    expect(lacking(guild(4), member({ roles: ["5"] }), null, minutesLater(0))).toBeUndefined();
    expect(lacking(guild(4), member({ flags: 4 }), null, minutesLater(0))).toBeUndefined();
    expect(lacking({ ...guild(4), owner_id: id }, member(), null, minutesLater(0))).toBeUndefined();
  });
});

describe("stepsOf", () => {
  it("leads newcomers through what is on", () => {
    const greeting = guild(0, ["WELCOME_SCREEN_ENABLED"]);
    expect(stepsOf(greeting, member({ pending: true, flags: 8 }), minutesLater(1))).toEqual({
      rules: true,
      questions: true,
      welcome: true,
    });
    expect(stepsOf(greeting, member({ flags: 10 }), minutesLater(90))).toEqual({
      rules: false,
      questions: false,
      welcome: false,
    });
  });
});
