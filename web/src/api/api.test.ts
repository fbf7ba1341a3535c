import { describe, expect, it } from "vitest";
import { makeRequest } from "./client";
import { ApiError, makeApiError } from "./errors";
import { type Lock, makeTokens } from "./tokens";
import type { TokenPair } from "./types";

/** Two tabs share a storage and a lock; the server spends each refresh token once. */
function makeAuthority() {
  const stored = new Map<string, string>([["parley.refresh", "r0"]]);
  const storage = {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => void stored.set(key, value),
    removeItem: (key: string) => void stored.delete(key),
  };
  let queue: Promise<unknown> = Promise.resolve();
  const lock: Lock = (work) => {
    const turn = queue.then(work);
    queue = turn.catch(() => undefined);
    return turn;
  };
  const state = { now: 0, valid: "r0", renewals: 0, revoked: false, lost: 0 };
  const renew = async (token: string): Promise<TokenPair | "refused"> => {
    if (state.revoked || token !== state.valid) {
      state.revoked = true;
      return "refused";
    }
    state.valid = `r${++state.renewals}`;
    return { user_id: "1", token: `a${state.renewals}`, refresh_token: state.valid, expires_in: 900 };
  };
  const tab = () => makeTokens({ storage, lock, renew, lost: () => state.lost++, now: () => state.now });
  return { state, stored, tab };
}

describe("tokens", () => {
  it("are renewed once, however many ask", async () => {
    const { state, tab } = makeAuthority();
    const tokens = tab();
    expect(await Promise.all([tokens.fresh(), tokens.fresh(), tokens.fresh()])).toEqual(["a1", "a1", "a1"]);
    expect(state.renewals).toBe(1);
  });

  it("are renewed a minute before they end", async () => {
    const { state, tab } = makeAuthority();
    const tokens = tab();
    await tokens.fresh();
    state.now = 839_000;
    expect(await tokens.fresh()).toBe("a1");
    state.now = 841_000;
    expect(await tokens.fresh()).toBe("a2");
  });

  it("are never spent twice by two tabs", async () => {
    const { state, tab } = makeAuthority();
    const [one, two] = [tab(), tab()];
    expect(await Promise.all([one.fresh(), two.fresh()])).toEqual(["a1", "a2"]);
    expect(state.revoked).toBe(false);
  });

  it("end the session when the server refuses them", async () => {
    const { state, stored, tab } = makeAuthority();
    state.revoked = true;
    expect(await tab().fresh()).toBeUndefined();
    expect(stored.size).toBe(0);
    expect(state.lost).toBe(1);
  });
});

describe("requests", () => {
  const answer = (status: number, body: unknown) => new Response(JSON.stringify(body), { status });

  it("renew the token once after a 401", async () => {
    const { tab } = makeAuthority();
    const seen: (string | null)[] = [];
    const request = makeRequest("/api", tab(), async (_, init) => {
      seen.push(new Headers(init?.headers).get("Authorization"));
      return seen.length === 1
        ? answer(401, { code: 0, message: "401: Unauthorized" })
        : answer(200, { id: "1" });
    });
    expect(await request("GET", "/users/@me")).toEqual({ id: "1" });
    expect(seen).toEqual(["a1", "a2"]);
  });

  it("wait out a short rate limit", async () => {
    let calls = 0;
    const request = makeRequest("/api", makeAuthority().tab(), async () =>
      ++calls === 1 ? answer(429, { message: "slow", retry_after: 0.01, global: false }) : answer(200, {}),
    );
    await request("GET", "/x");
    expect(calls).toBe(2);
  });

  it("tell the caller about a long one", async () => {
    const request = makeRequest("/api", makeAuthority().tab(), async () =>
      answer(429, { message: "slow", retry_after: 60, global: false }),
    );
    await expect(request("GET", "/x")).rejects.toMatchObject({ status: 429, retryAfterMs: 60_000 });
  });

  it("say that the server cannot be reached", async () => {
    const request = makeRequest("/api", makeAuthority().tab(), async () => {
      throw new TypeError("network");
    });
    await expect(request("GET", "/x")).rejects.toMatchObject({ offline: true });
  });
});

describe("errors", () => {
  it("name their fields by path", () => {
    const leaf = { _errors: [{ code: "TOO_LONG", message: "Too long." }] };
    const error = makeApiError(400, {
      code: 50035,
      message: "Invalid",
      errors: { content: leaf, roles: { 0: { name: leaf } } },
    });
    expect(error.field("content")).toBe("Too long.");
    expect(error.field("roles.0.name")).toBe("Too long.");
  });
  it.each([undefined, null, "<html>", [], 7, { errors: 7 }, { errors: { a: { _errors: [null] } } }])(
    "survive %j",
    (body) => expect(makeApiError(502, body)).toBeInstanceOf(ApiError),
  );
});
