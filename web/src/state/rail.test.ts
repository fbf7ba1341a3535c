import { describe, expect, it } from "vitest";
import { dropped, edited, foldersOf, type Rail, railOf, stepped, ungrouped, wrapped } from "./rail";

const folder = { id: 7, name: "Work", color: 255, guilds: ["b", "c"] };
const rail: Rail = ["a", folder, "d"];

describe("the rail", () => {
  it("comes out of the settings as it went in; new guilds come first, former ones go", () => {
    expect(railOf(["a", "b", "c", "d"], foldersOf(rail))).toEqual(rail);
    expect(railOf(["n", "a", "c", "d"], foldersOf(rail))).toEqual([
      "n",
      "a",
      { ...folder, guilds: ["c"] },
      "d",
    ]);
    expect(railOf(["x", "y"], [])).toEqual(["x", "y"]);
    expect(railOf(["a"], [{ id: 7, name: null, color: null, guild_ids: ["b"] }])).toEqual(["a"]);
  });

  it("takes what is dropped on edges and into things", () => {
    expect(dropped(rail, "d", { at: "a", edge: "before" }, 1)).toEqual(["d", "a", folder]);
    expect(dropped(rail, "a", { at: "c", edge: "before" }, 1)).toEqual([
      { ...folder, guilds: ["b", "a", "c"] },
      "d",
    ]);
    expect(dropped(rail, "a", { at: 7, edge: "into" }, 1)).toEqual([
      { ...folder, guilds: ["b", "c", "a"] },
      "d",
    ]);
    expect(dropped(rail, "a", { at: "d", edge: "into" }, 1)).toEqual([
      folder,
      { id: 1, name: "", color: 0, guilds: ["d", "a"] },
    ]);
    expect(dropped(rail, 7, { at: "d", edge: "after" }, 1)).toEqual(["a", "d", folder]);
    expect(dropped(rail, 7, { at: "b", edge: "after" }, 1)).toEqual(rail);
    expect(dropped(rail, "a", { at: "a", edge: "into" }, 1)).toEqual(rail);
  });

  it("is walked through by steps, into folders and out again", () => {
    const inside = stepped(rail, "a", 1);
    expect(inside).toEqual([{ ...folder, guilds: ["a", "b", "c"] }, "d"]);
    expect(stepped(inside, "a", -1)).toEqual(rail);
    expect(stepped(rail, "c", 1)).toEqual(["a", { ...folder, guilds: ["b"] }, "c", "d"]);
    expect(stepped(rail, "a", -1)).toEqual(rail);
    expect(stepped(["a", "b"], "a", 1)).toEqual(["b", "a"]);
    expect(stepped([{ ...folder, guilds: ["b"] }], "b", 1)).toEqual(["b"]);
  });

  it("makes, changes and takes away folders", () => {
    expect(wrapped(["a", "b"], "a", 3)).toEqual([{ id: 3, name: "", color: 0, guilds: ["a"] }, "b"]);
    expect(edited(rail, 7, { name: "Play" })[1]).toEqual({ ...folder, name: "Play" });
    expect(ungrouped(rail, 7)).toEqual(["a", "b", "c", "d"]);
  });

  it("never loses or doubles a guild", () => {
    let now: Rail = rail;
    let seed = 7;
    const random = (below: number) => {
      seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31;
      return seed % below;
    };
    const ids = ["a", "b", "c", "d"];
    const edges = ["before", "after", "into"] as const;
    for (let i = 0; i < 400; i++) {
      const what = ids[random(4)] ?? "a";
      const at = ids[random(4)] ?? "b";
      now = random(2)
        ? dropped(now, what, { at, edge: edges[random(3)] ?? "into" }, 100 + i)
        : stepped(now, what, random(2) ? 1 : -1);
      expect(
        foldersOf(now)
          .flatMap((one) => one.guild_ids)
          .sort(),
      ).toEqual(ids);
    }
  });
});
