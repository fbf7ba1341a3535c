import { expect, test } from "vitest";
import type { VoiceState } from "~/api/types";
import { byRequest, standingOf } from "./standing";

const state = (user_id: string, suppress: boolean, request_to_speak_timestamp: string | null) =>
  ({ user_id, suppress, request_to_speak_timestamp }) as VoiceState;

test("the two fields make four standings", () => {
  const at = "2026-01-01T00:00:00Z";
  expect(standingOf(state("1", false, null))).toBe("speaker");
  expect(standingOf(state("1", false, at))).toBe("invited");
  expect(standingOf(state("1", true, at))).toBe("asking");
  expect(standingOf(state("1", true, null))).toBe("audience");
});

test("who asked first comes first and who does not ask last", () => {
  const people = [
    state("quiet", true, null),
    state("late", true, "2026-01-01T00:00:02Z"),
    state("early", true, "2026-01-01T00:00:01Z"),
  ];
  expect(people.sort(byRequest).map((one) => one.user_id)).toEqual(["early", "late", "quiet"]);
});
