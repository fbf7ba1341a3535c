import { expect, test } from "vitest";
import { colour } from "./grammar";

test.each([
  ["js", 'const move = "e4"; // first', ["keyword", "string", "comment"]],
  ["Python", "def f(x):\n    return 1", ["keyword", "title function_", "number"]],
  ["diff", "+new\n-old", ["addition", "deletion"]],
])("the parts of %s are told apart", (language, code, kinds) => {
  const pieces = colour(code, language) ?? [];
  expect(pieces.map(({ text }) => text).join("")).toBe(code);
  const found = pieces.map(({ is }) => is);
  for (const kind of kinds) expect(found).toContain(kind.split(" ")[0]);
});

test("an unknown language has no colours", () => {
  expect(colour("1. e4 e5", "pgn")).toBeUndefined();
});
