import type { TokenPair } from "./types";

const KEY = "parley.refresh";
/** A token this close to its end is renewed before it is used. */
const EARLY_MS = 60_000;

export interface TokenStore {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

/** Runs `work` while no other tab of this origin does. */
export type Lock = <T>(work: () => Promise<T>) => Promise<T>;

export interface TokenNeeds {
  storage: TokenStore;
  lock: Lock;
  /** Rejects when the server cannot be reached. */
  renew: (refreshToken: string) => Promise<TokenPair | "refused">;
  /** The server refused the last refresh token: this device is signed out. */
  lost: () => void;
  now?: () => number;
}

export type Tokens = ReturnType<typeof makeTokens>;

/**
 * The access token lives in memory, the refresh token in storage, shared by all tabs. A refresh token used twice revokes
 * the whole family, so renewal happens under a lock that spans tabs and re-reads the stored token inside it.
 */
export function makeTokens({ storage, lock, renew, lost, now = Date.now }: TokenNeeds) {
  let access: string | undefined;
  let expiresAt = 0;
  let renewing: Promise<string | undefined> | undefined;

  const adopt = (pair: TokenPair) => {
    access = pair.token;
    expiresAt = now() + pair.expires_in * 1000;
    storage.setItem(KEY, pair.refresh_token);
  };
  const clear = () => {
    access = undefined;
    expiresAt = 0;
    storage.removeItem(KEY);
  };
  const exchange = () =>
    lock(async () => {
      const refreshToken = storage.getItem(KEY);
      if (!refreshToken) return undefined;
      const pair = await renew(refreshToken);
      if (pair !== "refused") adopt(pair);
      else if (storage.getItem(KEY) === refreshToken) {
        clear();
        lost();
      }
      return access;
    });
  const refresh = () => {
    renewing ??= exchange().finally(() => {
      renewing = undefined;
    });
    return renewing;
  };

  return {
    adopt,
    clear,
    /** A token good for at least a minute; undefined when nobody is signed in. */
    fresh: async () => (access && now() < expiresAt - EARLY_MS ? access : refresh()),
    /** Called after a 401: the token is worthless whatever its clock says. */
    spoil: (token: string) => {
      if (access === token) expiresAt = 0;
    },
    remembered: () => storage.getItem(KEY) !== null,
  };
}
