import type { Request } from "./client";
import type { ForumTag } from "./threadTypes";
import type { Ban, Channel, Guild, Id, Invite, Member, Overwrite, Role } from "./types";

export interface ChannelChange {
  name?: string;
  type?: number;
  topic?: string | null;
  nsfw?: boolean;
  rate_limit_per_user?: number;
  parent_id?: Id | null;
  position?: number;
  permission_overwrites?: Overwrite[];
  available_tags?: Partial<ForumTag>[];
  default_sort_order?: number | null;
  flags?: number;
}

export interface InviteOptions {
  /** Seconds, 0 is for ever. */
  max_age?: number;
  /** 0 is without limit. */
  max_uses?: number;
  temporary?: boolean;
  unique?: boolean;
}

export type RoleChange = Partial<
  Pick<Role, "name" | "color" | "hoist" | "mentionable" | "permissions" | "icon" | "unicode_emoji">
>;
export type GuildChange = Partial<
  Pick<
    Guild,
    | "name"
    | "description"
    | "owner_id"
    | "system_channel_id"
    | "icon"
    | "banner"
    | "splash"
    | "verification_level"
    | "features"
  >
>;
export type MemberChange = {
  nick?: string | null;
  roles?: Id[];
  communication_disabled_until?: string | null;
  /** In a call: silenced for all, hearing nobody, moved (null puts out). */
  mute?: boolean;
  deaf?: boolean;
  channel_id?: Id | null;
};
export type Placement = { id: Id; position?: number; parent_id?: Id | null; lock_permissions?: boolean };

export const makeGuildsApi = (request: Request) => ({
  create: (body: { name: string; icon?: string }) => request<Guild>("POST", "/guilds", { body }),
  change: (guild: Id, body: GuildChange) => request<Guild>("PATCH", `/guilds/${guild}`, { body }),
  remove: (guild: Id) => request<void>("DELETE", `/guilds/${guild}`),
  createChannel: (guild: Id, body: ChannelChange & { name: string; type: number }) =>
    request<Channel>("POST", `/guilds/${guild}/channels`, { body }),
  arrangeChannels: (guild: Id, body: Placement[]) =>
    request<void>("PATCH", `/guilds/${guild}/channels`, { body }),
  createRole: (guild: Id, body: RoleChange) => request<Role>("POST", `/guilds/${guild}/roles`, { body }),
  changeRole: (guild: Id, role: Id, body: RoleChange) =>
    request<Role>("PATCH", `/guilds/${guild}/roles/${role}`, { body }),
  removeRole: (guild: Id, role: Id) => request<void>("DELETE", `/guilds/${guild}/roles/${role}`),
  arrangeRoles: (guild: Id, body: { id: Id; position: number }[]) =>
    request<Role[]>("PATCH", `/guilds/${guild}/roles`, { body }),
});

export const makeMembersApi = (request: Request) => ({
  list: (guild: Id, query: { limit?: number; after?: Id }) =>
    request<Member[]>("GET", `/guilds/${guild}/members`, { query }),
  search: (guild: Id, query: string, limit = 25) =>
    request<Member[]>("GET", `/guilds/${guild}/members/search`, { query: { query, limit } }),
  change: (guild: Id, user: Id, body: MemberChange, reason = "") =>
    request<Member>("PATCH", `/guilds/${guild}/members/${user}`, { body, reason }),
  rename: (guild: Id, nick: string | null) =>
    request<Member>("PATCH", `/guilds/${guild}/members/@me`, { body: { nick } }),
  addRole: (guild: Id, user: Id, role: Id) =>
    request<void>("PUT", `/guilds/${guild}/members/${user}/roles/${role}`),
  takeRole: (guild: Id, user: Id, role: Id) =>
    request<void>("DELETE", `/guilds/${guild}/members/${user}/roles/${role}`),
  kick: (guild: Id, user: Id, reason = "") =>
    request<void>("DELETE", `/guilds/${guild}/members/${user}`, { reason }),
  bans: (guild: Id) => request<Ban[]>("GET", `/guilds/${guild}/bans`),
  ban: (guild: Id, user: Id, purgeSeconds = 0, reason = "") =>
    request<void>("PUT", `/guilds/${guild}/bans/${user}`, {
      body: { delete_message_seconds: purgeSeconds },
      reason,
    }),
  unban: (guild: Id, user: Id) => request<void>("DELETE", `/guilds/${guild}/bans/${user}`),
});

export const makeInvitesApi = (request: Request) => ({
  look: (code: string) =>
    request<Invite>("GET", `/invites/${encodeURIComponent(code)}`, {
      query: { with_counts: true },
      anonymous: true,
    }),
  accept: (code: string) => request<Invite>("POST", `/invites/${encodeURIComponent(code)}`, { body: {} }),
  create: (channel: Id, body: InviteOptions) =>
    request<Invite>("POST", `/channels/${channel}/invites`, { body }),
  inGuild: (guild: Id) => request<Invite[]>("GET", `/guilds/${guild}/invites`),
  inChannel: (channel: Id) => request<Invite[]>("GET", `/channels/${channel}/invites`),
  revoke: (code: string) => request<void>("DELETE", `/invites/${encodeURIComponent(code)}`),
});
