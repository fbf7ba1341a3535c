import { expect, test } from "vitest";
import type { Channel } from "~/api/types";
import { grouped } from "~/state/channels";
import { dropped, stepped } from "./ordering";

const make = (id: string, type: number, position: number, parent?: string) =>
  ({ id, type, position, name: id, parent_id: parent ?? null }) as Channel;

const first = make("c1", 4, 0);
const second = make("c2", 4, 1);
const [a, b, v, x] = [
  make("a", 0, 0, "c1"),
  make("b", 0, 1, "c1"),
  make("v", 2, 0, "c1"),
  make("x", 0, 0, "c2"),
];
const groups = grouped([first, second, a, b, v, x]);

test("a step takes the neighbour's place within its kind", () => {
  expect(stepped(groups, b, -1)).toEqual([{ id: "b", position: 0 }]);
  expect(stepped(groups, a, 1)).toEqual([{ id: "a", position: 1 }]);
});

test("beyond the end of a category the next one begins", () => {
  expect(stepped(groups, b, 1)).toEqual([{ id: "b", position: 0, parent_id: "c2" }]);
  expect(stepped(groups, x, -1)).toEqual([{ id: "x", position: 2, parent_id: "c1" }]);
  expect(stepped(groups, x, 1)).toEqual([]);
  expect(stepped(groups, a, -1)).toEqual([{ id: "a", position: 0, parent_id: null }]);
});

test("categories move among themselves", () => {
  expect(stepped(groups, second, -1)).toEqual([{ id: "c2", position: 0 }]);
  expect(dropped(groups, second, first)).toEqual([{ id: "c2", position: 0 }]);
  expect(dropped(groups, second, a)).toEqual([]);
});

test("what is dropped takes the place of what it is dropped on", () => {
  expect(dropped(groups, x, b)).toEqual([{ id: "x", position: 1, parent_id: "c1" }]);
  expect(dropped(groups, a, b)).toEqual([{ id: "a", position: 1 }]);
  expect(dropped(groups, a, second)).toEqual([{ id: "a", position: 0, parent_id: "c2" }]);
  expect(dropped(groups, a, a)).toEqual([]);
});

test("voice dropped among text goes to the voice channels of that category", () => {
  expect(dropped(groups, v, x)).toEqual([{ id: "v", position: 0, parent_id: "c2" }]);
});
