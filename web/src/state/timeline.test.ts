import { describe, expect, it } from "vitest";
import { aMessage } from "./fixtures";
import { compareIds, isAfter } from "./snowflake";
import { merge, placeOf, react, reconcilePage } from "./timeline";

const line = (...ids: string[]) => ids.map((id) => aMessage(id));
const ids = (messages: { id: string }[]) => messages.map((message) => message.id).join(" ");

describe("ids", () => {
  it("are ordered as numbers", () => {
    expect(["100", "99", "9", "101"].sort(compareIds)).toEqual(["9", "99", "100", "101"]);
    expect(isAfter("10", "9")).toBe(true);
    expect(isAfter("10", null)).toBe(true);
    expect(isAfter(null, "9")).toBe(false);
  });
});

describe("merging", () => {
  it("keeps the order, whatever order comes in", () =>
    expect(ids(merge(line("10", "30"), line("40", "20", "5")))).toBe("5 10 20 30 40"));
  it("never doubles", () => {
    const merged = merge(line("10", "20"), [
      aMessage("20", { content: "new" }),
      aMessage("20", { content: "newer" }),
    ]);
    expect(ids(merged)).toBe("10 20");
    expect(merged[1]?.content).toBe("newer");
  });
  it("finds the place of what is not there", () => {
    expect(placeOf(line("10", "30"), "20")).toBe(1);
    expect(placeOf(line("10", "30"), "40")).toBe(2);
    expect(placeOf([], "1")).toBe(0);
  });
});

describe("taking a page as the truth", () => {
  it("drops what was deleted within its range and keeps what lies outside", () =>
    expect(ids(reconcilePage(line("5", "10", "20", "30", "50"), line("30", "10")))).toBe("5 10 30 50"));
  it("changes nothing when the page is empty", () => expect(ids(reconcilePage(line("5"), []))).toBe("5"));
});

describe("reactions", () => {
  const wave = { id: null, name: "👋" };
  it("count up and down and vanish at nought", () => {
    const one = react([], wave, 1, false);
    expect(one).toEqual([{ emoji: wave, count: 1, me: false }]);
    expect(react(one, wave, 1, true)).toEqual([{ emoji: wave, count: 2, me: true }]);
    expect(react(one, wave, -1, false)).toEqual([]);
  });
  it("count one's own once, though it is told twice", () => {
    const mine = react([], wave, 1, true);
    expect(react(mine, wave, 1, true)).toEqual(mine);
    expect(react(react(mine, wave, -1, true), wave, -1, true)).toEqual([]);
  });
});
