import { describe, expect, it } from "vitest";
import type { CommandIndex } from "~/api/bots";
import { entriesOf, findEntries, nested } from "./commands";

const index: CommandIndex = {
  applications: [
    {
      id: "1",
      name: "Helper",
      description: "",
      icon: null,
      bot_public: true,
      verify_key: "",
      flags: 0,
      tags: [],
    },
  ],
  application_commands: [
    { id: "10", application_id: "1", type: 1, name: "ping", description: "Says pong" },
    { id: "11", application_id: "1", type: 2, name: "Look up", description: "" },
    {
      id: "12",
      application_id: "1",
      type: 1,
      name: "admin",
      name_localized: "verwaltung",
      description: "d",
      options: [
        {
          type: 2,
          name: "member",
          description: "d",
          options: [
            {
              type: 1,
              name: "warn",
              description: "Warns",
              options: [{ type: 6, name: "who", description: "d" }],
            },
          ],
        },
      ],
    },
  ],
};

describe("commands", () => {
  it("are listed with each subcommand for itself, and without menus", () => {
    expect(entriesOf(index).map((entry) => entry.name)).toEqual(["ping", "verwaltung member warn"]);
  });

  it("are found by what their name begins with before what it contains", () => {
    const found = findEntries(entriesOf(index), "wa");
    expect(found.map((entry) => entry.description)).toEqual(["Warns"]);
    expect(findEntries(entriesOf(index), "pin")[0]?.command.id).toBe("10");
  });

  it("send their options inside the subcommand", () => {
    const entry = entriesOf(index)[1];
    if (!entry) throw new Error("There is one");
    expect(nested(entry, [{ name: "who", value: "5" }])).toEqual([
      {
        type: 2,
        name: "member",
        options: [{ type: 1, name: "warn", options: [{ name: "who", value: "5" }] }],
      },
    ]);
  });
});
