import { describe, expect, it } from "vitest";
import { asUsername, inviteCodeOf, isUsername, passwordStrength, templateCodeOf } from "./accountRules";

describe("account rules", () => {
  it("accepts what the server accepts", () => {
    expect(["ada", "a.b", "x_9"].every(isUsername)).toBe(true);
    expect(["a", "Ada", "a..b", "ä9", "a b"].some(isUsername)).toBe(false);
  });

  it("makes a username of what is typed", () => {
    expect(asUsername("Ada Lovelace")).toBe("ada_lovelace");
  });

  it("rates a password by length and variety", () => {
    expect(
      [
        "",
        "short",
        "aaaaaaaaaaaa",
        "plainword",
        "plainwordlonger",
        "correct horse battery",
        "Tr0ub4dor&3x",
      ].map(passwordStrength),
    ).toEqual([0, 1, 1, 1, 2, 3, 3]);
  });

  it("finds the code in a link", () => {
    expect(["abc", " https://x.org/invite/abc ", "x.org/invite/abc/?a=b"].map(inviteCodeOf)).toEqual([
      "abc",
      "abc",
      "abc",
    ]);
  });

  it("knows the link of a template from that of an invite", () => {
    expect(["https://x.org/template/Abc9/", "x.org/invite/abc", "template"].map(templateCodeOf)).toEqual([
      "Abc9",
      undefined,
      undefined,
    ]);
  });
});
