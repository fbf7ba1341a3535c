import type { Request } from "./client";
import type { Guild, Id, User } from "./types";

/** What a guild made from a template begins with; ids are small numbers. */
export interface TemplatePlan {
  name: string;
  description: string | null;
  roles: { id: number; name: string; color: number }[];
  channels: { id: number; name: string; type: number; position: number; parent_id: string | null }[];
}

export interface Template {
  code: string;
  name: string;
  description: string | null;
  usage_count: number;
  creator: User | null;
  updated_at: string;
  source_guild_id: Id;
  serialized_source_guild: TemplatePlan;
  /** The guild is another now. */
  is_dirty: boolean | null;
}

/** Guilds told as templates, and guilds made from them. */
export const makeTemplatesApi = (request: Request) => ({
  look: (code: string) =>
    request<Template>("GET", `/guilds/templates/${encodeURIComponent(code)}`, { anonymous: true }),
  found: (code: string, name: string) =>
    request<Guild>("POST", `/guilds/templates/${encodeURIComponent(code)}`, { body: { name } }),
  /** At most one. */
  inGuild: (guild: Id) => request<Template[]>("GET", `/guilds/${guild}/templates`),
  create: (guild: Id, body: { name: string; description?: string }) =>
    request<Template>("POST", `/guilds/${guild}/templates`, { body }),
  synchronise: (guild: Id, code: string) => request<Template>("PUT", `/guilds/${guild}/templates/${code}`),
  change: (guild: Id, code: string, body: { name?: string; description?: string | null }) =>
    request<Template>("PATCH", `/guilds/${guild}/templates/${code}`, { body }),
  remove: (guild: Id, code: string) => request<Template>("DELETE", `/guilds/${guild}/templates/${code}`),
});
