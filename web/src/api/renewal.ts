import { makeApiError, offlineError } from "./errors";
import type { Lock } from "./tokens";
import type { TokenPair } from "./types";

/** Spends a refresh token. Only a clear no of the server signs the device out; a fault or a dead network does not. */
export const makeRenewal =
  (base: string) =>
  async (refreshToken: string): Promise<TokenPair | "refused"> => {
    const response = await fetch(`${base}/auth/refresh`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ refresh_token: refreshToken }),
    }).catch(() => {
      throw offlineError();
    });
    if (response.status === 400 || response.status === 401) return "refused";
    const body: unknown = await response.json().catch(() => undefined);
    if (!response.ok) throw makeApiError(response.status, body);
    return body as TokenPair;
  };

/** A lock over all tabs of this origin. Without the Locks API (plain http on a LAN) tabs may race; the server then signs one out. */
export const makeTabLock =
  (name: string): Lock =>
  (work) =>
    navigator.locks ? (navigator.locks.request(name, work) as ReturnType<typeof work>) : work();
