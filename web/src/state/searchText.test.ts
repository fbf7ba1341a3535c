import { describe, expect, it } from "vitest";
import { isEmpty, parseSearch } from "./searchText";

const names = {
  user: (name: string) => ({ ada: "1", "Ben B": "2" })[name],
  channel: (name: string) => ({ general: "10" })[name],
};
const read = (text: string) => parseSearch(text, names);

describe("a search text", () => {
  it("is words and filters in any order", () => {
    const { query, unknown } = read('sweet from:ada in:#general honey mentions:"Ben B" has:link pinned:true');
    expect(unknown).toEqual([]);
    expect(query).toMatchObject({
      content: "sweet honey",
      author_id: ["1"],
      channel_id: ["10"],
      mentions: ["2"],
      has: ["link"],
      pinned: true,
    });
  });

  it("tells what it does not know", () => {
    expect(read("from:nobody has:wings before:soon").unknown).toEqual(["nobody", "wings", "soon"]);
  });

  it("leaves addresses and times alone", () => {
    expect(read("see https://a.example at 12:30").query.content).toBe("see https://a.example at 12:30");
  });

  it("excludes the named day on both sides", () => {
    const before = read("before:2026-03-10").query.max_id ?? "";
    const after = read("after:2026-03-10").query.min_id ?? "";
    expect(BigInt(after)).toBeGreaterThan(BigInt(before));
  });

  it("is empty without words and filters", () => {
    expect(isEmpty(read("   ").query)).toBe(true);
    expect(isEmpty(read("has:link").query)).toBe(false);
  });
});
