import { describe, expect, it } from "vitest";
import { ChannelType, type Overwrite, type Role } from "~/api/types";
import { t } from "~/i18n";
import { BIT, channelGroups, type PermissionName, ROLE_GROUPS } from "./bits";
import { answerOf, difference, withAnswer } from "./overwrites";
import { hasBit, moved, withBit } from "./roles";

const overwrite = (id: string, allow = "0", deny = "0"): Overwrite => ({ id, type: 0, allow, deny });
const role = (id: string, position: number): Role => ({
  id,
  name: id,
  position,
  color: 0,
  hoist: false,
  managed: false,
  mentionable: false,
  permissions: "0",
});

describe("overwrites", () => {
  it("go round all three answers", () => {
    const inherit = overwrite("1");
    const allow = withAnswer(inherit, BIT.SEND_MESSAGES, "allow");
    const deny = withAnswer(allow, BIT.SEND_MESSAGES, "deny");
    expect([inherit, allow, deny].map((each) => answerOf(each, BIT.SEND_MESSAGES))).toEqual([
      "inherit",
      "allow",
      "deny",
    ]);
    expect(withAnswer(deny, BIT.SEND_MESSAGES, "inherit")).toEqual(inherit);
  });

  it("keep bits that this client does not know", () => {
    const unknown = 1n << 60n;
    const changed = withAnswer(overwrite("1", String(unknown)), BIT.VIEW_CHANNEL, "deny");
    expect(BigInt(changed.allow)).toBe(unknown);
  });

  it("are told to the server only where they differ", () => {
    const before = [overwrite("same", "8"), overwrite("changed"), overwrite("gone")];
    const after = [overwrite("same", "8"), overwrite("changed", "1"), overwrite("new")];
    expect(difference(before, after)).toEqual({ put: [after[1], after[2]], remove: ["gone"] });
  });
});

describe("roles", () => {
  it("give and take one permission beyond 53 bits without touching others", () => {
    const given = withBit(String(1n << 60n), BIT.PIN_MESSAGES, true);
    expect(hasBit(given, BIT.PIN_MESSAGES)).toBe(true);
    expect(withBit(given, BIT.PIN_MESSAGES, false)).toBe(String(1n << 60n));
  });

  const list = [role("owner", 4), role("mods", 3), role("makers", 2), role("new", 1)];

  it("move by naming only the positions that change", () => {
    expect(moved(list, "new", 2, 9)).toEqual([
      { id: "new", position: 2 },
      { id: "makers", position: 1 },
    ]);
  });

  it("never move past the caller's own highest role, nor from above it", () => {
    expect(moved(list, "new", 1, 3)).toEqual([]);
    expect(moved(list, "owner", 3, 4)).toEqual([]);
    expect(moved(list, "new", 2, 3)).not.toEqual([]);
  });

  it("mend positions that were given twice", () => {
    const twice = [role("a", 1), role("b", 1), role("c", 1)];
    expect(moved(twice, "c", 0, 9)).toEqual([
      { id: "c", position: 3 },
      { id: "a", position: 2 },
    ]);
  });
});

describe("the groups of the editor", () => {
  const names = (groups: readonly { names: readonly PermissionName[] }[]) =>
    groups.flatMap((group) => group.names);

  it("show every permission once to a role", () => {
    expect(names(ROLE_GROUPS).sort()).toEqual(Object.keys(BIT).sort());
  });

  it("show a channel only what an overwrite can carry", () => {
    const text = names(channelGroups(ChannelType.text));
    expect(text).toContain("SEND_MESSAGES");
    expect(text).not.toContain("CONNECT");
    expect(text).not.toContain("ADMINISTRATOR");
    expect(names(channelGroups(ChannelType.category))).toContain("CONNECT");
  });

  it("explain each of them", () => {
    for (const name of names(ROLE_GROUPS))
      expect(t(`permissions.${name}_text`)).not.toContain("permissions.");
  });
});
