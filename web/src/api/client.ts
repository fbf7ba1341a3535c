import { makeApiError, offlineError } from "./errors";
import type { Tokens } from "./tokens";

export type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
export type Query = Record<string, string | number | boolean | undefined>;

export interface Call {
  query?: Query;
  body?: unknown;
  /** Instead of a body, where files come. */
  form?: FormData;
  /** Shown in the guild's audit log. */
  reason?: string;
  /** Sent without a token. */
  anonymous?: boolean;
  signal?: AbortSignal;
}

export type Request = <T>(method: Method, path: string, call?: Call) => Promise<T>;

/** A 429 with a wait longer than this is the caller's to show. */
const PATIENCE_MS = 10_000;
const MAX_TRIES = 3;

/** The one place that talks HTTP: adds the token, renews it once after a 401, and waits out short rate limits. */
export function makeRequest(
  base: string,
  tokens: Tokens,
  fetcher: typeof fetch = (...a) => fetch(...a),
): Request {
  return async <T>(method: Method, path: string, call: Call = {}): Promise<T> => {
    for (let attempt = 1; ; attempt++) {
      const token = call.anonymous ? undefined : await tokens.fresh();
      const response = await send(fetcher, base, method, path, call, token);
      const body = await parse(response);
      if (response.ok) return body as T;
      const error = makeApiError(response.status, body);
      if (attempt === MAX_TRIES) throw error;
      if (error.status === 401 && token) tokens.spoil(token);
      else if (error.status === 429 && error.retryAfterMs <= PATIENCE_MS) await pause(error.retryAfterMs);
      else throw error;
    }
  };
}

async function send(
  fetcher: typeof fetch,
  base: string,
  method: Method,
  path: string,
  call: Call,
  token?: string,
) {
  const headers: Record<string, string> = {};
  if (token) headers.Authorization = token;
  if (call.body !== undefined) headers["Content-Type"] = "application/json";
  if (call.reason) headers["X-Audit-Log-Reason"] = encodeURIComponent(call.reason);
  const init: RequestInit = { method, headers };
  if (call.body !== undefined) init.body = JSON.stringify(call.body);
  if (call.form) init.body = call.form;
  if (call.signal) init.signal = call.signal;
  try {
    return await fetcher(base + path + search(call.query), init);
  } catch (failure) {
    if (call.signal?.aborted) throw failure;
    throw offlineError();
  }
}

async function parse(response: Response): Promise<unknown> {
  if (response.status === 204) return undefined;
  try {
    return await response.json();
  } catch {
    return undefined;
  }
}

function search(query: Query = {}) {
  const pairs = Object.entries(query).flatMap(([key, value]) =>
    value === undefined ? [] : [[key, String(value)]],
  );
  return pairs.length ? `?${new URLSearchParams(pairs)}` : "";
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
