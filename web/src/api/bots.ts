import type { Request } from "./client";
import type { Id, User } from "./types";

/** A program that somebody registered; its bot has the same id. */
export interface Application {
  id: Id;
  name: string;
  description: string;
  icon: string | null;
  bot?: User;
  bot_public: boolean;
  terms_of_service_url?: string;
  privacy_policy_url?: string;
  custom_install_url?: string;
  install_params?: { scopes: string[]; permissions: string };
  verify_key: string;
  flags: number;
  tags: string[];
}

export interface OwnApplication extends Application {
  owner: User;
  interactions_endpoint_url: string | null;
  approximate_guild_count: number;
  /** Absent until a token was shown. */
  token_shown_at?: string;
}

export type ApplicationChange = Partial<
  Pick<OwnApplication, "name" | "description" | "bot_public" | "flags" | "interactions_endpoint_url" | "tags">
>;

export interface Authorization {
  application: Application;
  guilds: { id: Id; name: string; icon: string | null; permissions: string }[];
  scopes: string[];
  permissions: string;
}

export interface Integration {
  id: Id;
  name: string;
  application: Pick<Application, "id" | "name" | "description" | "bot">;
  scopes: string[];
  user?: User;
}

export interface Choice {
  name: string;
  name_localized?: string;
  value: string | number;
}

export interface CommandOption {
  type: number;
  name: string;
  name_localized?: string;
  description: string;
  description_localized?: string;
  required?: boolean;
  choices?: Choice[];
  options?: CommandOption[];
  channel_types?: number[];
  min_value?: number;
  max_value?: number;
  min_length?: number;
  max_length?: number;
  autocomplete?: boolean;
}

export interface Command {
  id: Id;
  application_id: Id;
  /** 1 after a slash, 2 in the menu of a person, 3 in the menu of a message. */
  type: 1 | 2 | 3;
  name: string;
  name_localized?: string;
  description: string;
  description_localized?: string;
  options?: CommandOption[];
}

export interface CommandIndex {
  applications: Application[];
  application_commands: Command[];
}

/** What a person's client says when they use something. */
export interface Use {
  type: 2 | 3 | 4 | 5;
  application_id: Id;
  channel_id: Id;
  guild_id?: Id;
  message_id?: Id;
  nonce: string;
  data: unknown;
}

/** A token, which is shown this once. */
export interface BotToken {
  token: string;
}

export const makeApplicationsApi = (request: Request) => ({
  list: () => request<OwnApplication[]>("GET", "/applications"),
  create: (name: string) => request<OwnApplication>("POST", "/applications", { body: { name } }),
  one: (id: Id) => request<OwnApplication>("GET", `/applications/${id}`),
  change: (id: Id, body: ApplicationChange) =>
    request<OwnApplication>("PATCH", `/applications/${id}`, { body }),
  remove: (id: Id) => request<void>("DELETE", `/applications/${id}`),
  resetToken: (id: Id) => request<BotToken>("POST", `/applications/${id}/bot/reset`, { body: {} }),
});

export const makeBotsApi = (request: Request) => ({
  asked: (query: { client_id: Id; scope?: string; permissions?: string }) =>
    request<Authorization>("GET", "/oauth2/authorize", { query }),
  install: (client_id: Id, scope: string, body: { guild_id: Id; permissions: string }) =>
    request<{ location: string }>("POST", "/oauth2/authorize", {
      query: { client_id, scope },
      body: { ...body, authorize: true },
    }),
  integrations: (guild: Id) => request<Integration[]>("GET", `/guilds/${guild}/integrations`),
  removeIntegration: (guild: Id, integration: Id) =>
    request<void>("DELETE", `/guilds/${guild}/integrations/${integration}`),
  commands: (channel: Id) => request<CommandIndex>("GET", `/channels/${channel}/application-command-index`),
  use: (body: Use) => request<void>("POST", "/interactions", { body }),
});
