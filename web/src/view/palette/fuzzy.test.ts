import { describe, expect, it } from "vitest";
import { fuzzy, rank } from "./fuzzy";

const best = (query: string, ...texts: string[]) =>
  rank(query, texts, (text) => text, 10).map((found) => found.item);

describe("fuzzy", () => {
  it("needs the letters in their order", () => {
    expect(fuzzy("gnl", "general")).toBeDefined();
    expect(fuzzy("lng", "general")).toBeUndefined();
  });

  it("ignores case and accents", () => {
    expect(fuzzy("uber", "Über uns")).toBeDefined();
    expect(fuzzy("ÜBER", "uber uns")).toBeDefined();
  });

  it("says where the letters stand", () => {
    expect(fuzzy("dc", "design-channel")?.at).toEqual([0, 7]);
    expect(fuzzy("gen", "general")?.at).toEqual([0, 1, 2]);
  });

  it("takes the better of two places", () => {
    expect(fuzzy("eng", "the engines")?.at).toEqual([4, 5, 6]);
  });

  it("matches everything with an empty query", () => {
    expect(best(" ", "b", "a")).toEqual(["b", "a"]);
  });
});

describe("rank", () => {
  it("prefers the start of the text, then starts of words, then letters in a row", () => {
    expect(best("des", "oddness", "my-design", "design")).toEqual(["design", "my-design", "oddness"]);
  });

  it("prefers the shorter of two equal beginnings", () => {
    expect(best("gen", "general-discussion", "general")).toEqual(["general", "general-discussion"]);
  });

  it("keeps no more than the limit", () => {
    expect(rank("a", ["a1", "a2", "a3"], (text) => text, 2)).toHaveLength(2);
  });
});
