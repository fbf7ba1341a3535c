import type { Request } from "./client";
import type { Id } from "./types";

export interface Vanity {
  code: string | null;
  uses: number;
}

/** How a guild is found, entered and cleared out. */
export const makeReceptionApi = (request: Request) => ({
  pruneCount: (guild: Id, days: number, roles: Id[]) =>
    request<{ pruned: number }>("GET", `/guilds/${guild}/prune`, {
      query: { days, include_roles: roles.join(",") || undefined },
    }),
  prune: (guild: Id, days: number, roles: Id[], reason = "") =>
    request<{ pruned: number }>("POST", `/guilds/${guild}/prune`, {
      body: { days, include_roles: roles },
      reason,
    }),
  vanity: (guild: Id) => request<Vanity>("GET", `/guilds/${guild}/vanity-url`),
  changeVanity: (guild: Id, code: string | null) =>
    request<Vanity>("PATCH", `/guilds/${guild}/vanity-url`, { body: { code } }),
});
