import type { Request } from "./client";
import type { Emoji, Id, User } from "./types";

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
  tags?: string[];
}

export interface OwnApplication extends Application {
  owner: User;
  interactions_endpoint_url: string | null;
  event_webhooks_url: string | null;
  /** 1 off, 2 on, 3 switched off because nobody took them. */
  event_webhooks_status: number;
  event_webhooks_types: string[];
  approximate_guild_count: number;
  approximate_user_install_count: number;
  redirect_uris: string[];
  public_client: boolean;
  /** "0" in guilds, "1" by people. */
  integration_types_config: Partial<Record<"0" | "1", object>>;
  /** Absent until a token was shown. */
  token_shown_at?: string;
  secret_shown_at?: string;
}

export type ApplicationChange = Partial<
  Omit<OwnApplication, "id" | "owner" | "icon" | "terms_of_service_url" | "privacy_policy_url"> & {
    /** A data URI. */
    icon: string | null;
    terms_of_service_url: string | null;
    privacy_policy_url: string | null;
  }
>;

export interface Authorization {
  application: Application;
  guilds: { id: Id; name: string; icon: string | null; permissions: string }[];
  scopes: string[];
  permissions: string;
  /** 0 for a guild, 1 for oneself. */
  integration_type: number;
  /** Where one goes with a code; absent when something is only installed. */
  redirect_uri?: string;
  user: User;
}

/** An application that acts for somebody, or that they have taken. */
export interface GrantedApp {
  id: Id;
  application: Application;
  scopes: string[];
  installed: boolean;
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
  emojis: async (id: Id) => (await request<{ items: Emoji[] }>("GET", `/applications/${id}/emojis`)).items,
  createEmoji: (id: Id, name: string, image: string) =>
    request<Emoji>("POST", `/applications/${id}/emojis`, { body: { name, image } }),
  renameEmoji: (id: Id, emoji: Id, name: string) =>
    request<Emoji>("PATCH", `/applications/${id}/emojis/${emoji}`, { body: { name } }),
  removeEmoji: (id: Id, emoji: Id) => request<void>("DELETE", `/applications/${id}/emojis/${emoji}`),
  resetSecret: (id: Id) => request<{ secret: string }>("POST", `/applications/${id}/reset`, { body: {} }),
  resetToken: (id: Id) => request<BotToken>("POST", `/applications/${id}/bot/reset`, { body: {} }),
});

export const makeBotsApi = (request: Request) => ({
  /** The query is the page's own, as the program wrote it. */
  asked: (query: Record<string, string>) => request<Authorization>("GET", "/oauth2/authorize", { query }),
  answer: (
    query: Record<string, string>,
    body: { authorize: boolean; guild_id?: Id; permissions?: string; webhook_channel_id?: Id },
  ) => request<{ location: string }>("POST", "/oauth2/authorize", { query, body }),
  granted: () => request<GrantedApp[]>("GET", "/oauth2/tokens"),
  endGranted: (application: Id) => request<void>("DELETE", `/oauth2/tokens/${application}`),
  integrations: (guild: Id) => request<Integration[]>("GET", `/guilds/${guild}/integrations`),
  removeIntegration: (guild: Id, integration: Id) =>
    request<void>("DELETE", `/guilds/${guild}/integrations/${integration}`),
  commands: (channel: Id) => request<CommandIndex>("GET", `/channels/${channel}/application-command-index`),
  use: (body: Use) => request<void>("POST", "/interactions", { body }),
});
