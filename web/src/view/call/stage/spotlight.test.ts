import { expect, test } from "vitest";
import { spotlight } from "./spotlight";

const speaking = (...users: string[]) => {
  return (user: string) => users.includes(user);
};

test("who speaks is shown large", () => {
  expect(spotlight(["a", "b", "c"], speaking("b"), undefined)).toBe("b");
});

test("who spoke last stays, and is not interrupted by another", () => {
  expect(spotlight(["a", "b", "c"], speaking(), "b")).toBe("b");
  expect(spotlight(["a", "b", "c"], speaking("b", "c"), "b")).toBe("b");
  expect(spotlight(["a", "b", "c"], speaking("c"), "b")).toBe("c");
});

test("who left is not shown any more", () => {
  expect(spotlight(["a"], speaking(), "b")).toBe("a");
  expect(spotlight([], speaking(), "b")).toBeUndefined();
});
