import { describe, expect, it } from "vitest";
import type { Channel, User } from "~/api/types";
import { completed, suggestionsFor } from "./suggestions";

const users = [
  { id: "1", username: "ada", global_name: "Ada Byron", discriminator: "0", avatar: null },
  { id: "2", username: "ben", global_name: null, discriminator: "0", avatar: null },
] satisfies User[];
const channels = [{ id: "3", type: 0, name: "star charts", position: 0 }] satisfies Channel[];
const known = { users, channels };
const labels = (text: string) => suggestionsFor(text, known).map((one) => one.label);
const first = (text: string) => {
  const [one] = suggestionsFor(text, known);
  return one && completed(text, one);
};

describe("suggestions for a search text", () => {
  it("begin with the names of filters", () => {
    expect(labels("")).toContain("from:");
    expect(labels("honey fr")).toEqual(["from:"]);
    expect(labels("honey")).toEqual([]);
  });

  it("name people by both names", () => {
    expect(labels("from:a")).toEqual(["from:ada"]);
    expect(labels("from:Ada B")).toEqual(["before:"]);
    expect(labels('from:"Ada B')).toEqual(["from:ada"]);
    expect(labels("from:ada")).toEqual([]);
  });

  it("stand in place of what was begun", () => {
    expect(first("honey fr")).toBe("honey from:");
    expect(first("honey from:b")).toBe("honey from:ben ");
    expect(first("in:st")).toBe('in:"star charts" ');
    expect(first('in:"star')).toBe('in:"star charts" ');
    expect(first("has:li")).toBe("has:link ");
  });
});
