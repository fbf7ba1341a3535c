import type { Request } from "./client";
import type { Instance, NodeSettings, OwnUser, TokenPair, User, UserSession, UserSettings } from "./types";

export interface Registration {
  username: string;
  password: string;
  global_name?: string;
  email?: string;
  invite?: string;
}

export interface ProfileChange {
  username?: string;
  global_name?: string | null;
  bio?: string;
  pronouns?: string;
  accent_color?: number | null;
  /** A data URI; null takes it away. */
  avatar?: string | null;
  banner?: string | null;
  email?: string | null;
  password?: string;
  new_password?: string;
}

export const makeAuthApi = (request: Request) => ({
  instance: () => request<Instance>("GET", "/instance", { anonymous: true }),
  register: (body: Registration) => request<TokenPair>("POST", "/auth/register", { body, anonymous: true }),
  login: (body: { login: string; password: string }) =>
    request<TokenPair>("POST", "/auth/login", { body, anonymous: true }),
  logout: () => request<void>("POST", "/auth/logout", { body: {} }),
  sessions: async () =>
    (await request<{ user_sessions: UserSession[] }>("GET", "/auth/sessions")).user_sessions,
  endSessions: (hashes: string[]) =>
    request<void>("POST", "/auth/sessions/logout", { body: { session_id_hashes: hashes } }),
  endOtherSessions: () => request<void>("POST", "/auth/sessions/logout", { body: { all_others: true } }),
});

export const makeUsersApi = (request: Request) => ({
  me: () => request<OwnUser>("GET", "/users/@me"),
  change: (body: ProfileChange) => request<OwnUser>("PATCH", "/users/@me", { body }),
  of: (id: string) => request<User>("GET", `/users/${id}`),
  changeSettings: (body: Partial<UserSettings>) =>
    request<UserSettings>("PATCH", "/users/@me/settings", { body }),
  leaveGuild: (guild: string) => request<void>("DELETE", `/users/@me/guilds/${guild}`),
});

export const makeNodeApi = (request: Request) => ({
  settings: () => request<NodeSettings>("GET", "/node/settings"),
  change: (body: Partial<NodeSettings>) => request<NodeSettings>("PATCH", "/node/settings", { body }),
});
