import { describe, expect, it } from "vitest";
import { decode, encode } from "./mentions";

const names = {
  users: [
    { id: "1", name: "ada" },
    { id: "2", name: "ada.l" },
  ],
  roles: [{ id: "3", name: "Crew (night)" }],
  channels: [{ id: "4", name: "general" }],
};

describe("names in a text", () => {
  it.each([
    ["hi @ada!", "hi <@1>!"],
    ["hi @ada.l", "hi <@2>"],
    ["@ADA", "<@1>"],
    ["@adam", "@adam"],
    ["me@ada.org", "me@ada.org"],
    ["@Crew (night) wake up", "<@&3> wake up"],
    ["see #general", "see <#4>"],
    ["`@ada` and @ada", "`@ada` and <@1>"],
    ["```\n#general\n```", "```\n#general\n```"],
    ["@nobody", "@nobody"],
  ])("%j is sent as %j", (typed, sent) => expect(encode(typed, names)).toBe(sent));

  it("come back for editing", () => {
    expect(decode("hi <@1> and <@!2> in <#4>, <@&3>; `<@1>` <@77>", names)).toBe(
      "hi @ada and @ada.l in #general, @Crew (night); `<@1>` <@77>",
    );
  });
});
