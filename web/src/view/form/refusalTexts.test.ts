import { describe, expect, it } from "vitest";
import { makeApiError, offlineError } from "~/api/errors";
import { formErrors, refusalText } from "./refusalTexts";

const refusal = (errors: unknown) => makeApiError(400, { code: 50035, message: "Invalid Form Body", errors });
const leaf = (code: string, message = "server words") => ({ _errors: [{ code, message }] });

describe("formErrors", () => {
  it("puts an error at its field, in the person's language", () => {
    expect(formErrors(refusal({ username: leaf("USERNAME_ALREADY_TAKEN") }), ["username"])).toEqual({
      username: "This username is taken.",
    });
  });

  it("keeps the server's words for a code nobody translated", () => {
    expect(formErrors(refusal({ name: leaf("NEW_CODE") }), ["name"])).toEqual({ name: "server words" });
  });

  it("finds the field of a nested error", () => {
    expect(formErrors(refusal({ roles: { 0: { name: leaf("BASE_TYPE_REQUIRED") } } }), ["roles"])).toEqual({
      roles: "This cannot be empty.",
    });
  });

  it("says what belongs to no field for the form as a whole", () => {
    expect(formErrors(refusal({ captcha: leaf("X", "Show yourself.") }), ["username"])).toEqual({
      "": "Show yourself.",
    });
    expect(formErrors(offlineError(), ["username"])[""]).toContain("cannot be reached");
  });
});

describe("refusalText", () => {
  it("answers by code before status", () => {
    expect(refusalText(makeApiError(403, { code: 40007, message: "no" }))).toBe(
      "You are banned from this community.",
    );
    expect(refusalText(makeApiError(403, {}))).toBe("You are not allowed to do that.");
  });

  it("says how long to wait", () => {
    expect(refusalText(makeApiError(429, { retry_after: 12.2 }))).toContain("13 seconds");
  });

  it("never shows a fault's inner words", () => {
    expect(refusalText(new TypeError("x is undefined"))).toBe("Something went wrong. Please try again.");
  });
});
