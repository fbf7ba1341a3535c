import { describe, expect, it } from "vitest";
import type { Rule } from "~/api/moderation";
import { draftOf, formOf } from "./ruleDraft";

const rule: Rule = {
  id: "1",
  name: "Words",
  event_type: 1,
  trigger_type: 1,
  trigger_metadata: {
    keyword_filter: ["cat*", "bad thing"],
    regex_patterns: ["x+"],
    allow_list: ["category"],
  },
  actions: [
    { type: 1, metadata: { custom_message: "No." } },
    { type: 3, metadata: { duration_seconds: 60 } },
  ],
  enabled: true,
  exempt_roles: ["2"],
  exempt_channels: [],
};

describe("a rule in the editor", () => {
  it("comes out as it went in", () => {
    const { id: _, ...draft } = rule;
    expect(draftOf(formOf(rule), true)).toEqual(draft);
  });

  it("keeps only the actions that fit its kind", () => {
    const form = { ...formOf(rule), trigger: 6, restrain: true };
    expect(draftOf(form, true).actions).toEqual([{ type: 4, metadata: {} }]);
    expect(draftOf(form, true).event_type).toBe(2);
  });
});
