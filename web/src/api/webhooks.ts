import type { Request } from "./client";
import type { Id, User } from "./types";

/** An address by which programs write into a channel. */
export interface Webhook {
  id: Id;
  channel_id: Id;
  name: string;
  avatar: string | null;
  /** One that follows another channel has none. */
  token?: string;
  application_id: Id | null;
  user?: User;
}

export interface WebhookChange {
  name?: string;
  channel_id?: Id;
  /** A data URI; null takes it away. */
  avatar?: string | null;
}

/** Where a guild's events are told. */
export interface OutgoingHook {
  id: Id;
  url: string;
  events: string[];
  /** Told when the hook is made and when the secret is replaced. */
  secret?: string;
}

/** One event on its way, taken, or given up. */
export interface Delivery {
  id: Id;
  event: string;
  state: "waiting" | "taken" | "dead";
  attempts: number;
  /** The status of the last answer, or what went wrong. */
  outcome: string;
  body: string;
  created_at: string;
}

export const makeWebhooksApi = (request: Request) => ({
  inChannel: (channel: Id) => request<Webhook[]>("GET", `/channels/${channel}/webhooks`),
  inGuild: (guild: Id) => request<Webhook[]>("GET", `/guilds/${guild}/webhooks`),
  create: (channel: Id, name: string) =>
    request<Webhook>("POST", `/channels/${channel}/webhooks`, { body: { name } }),
  change: (id: Id, body: WebhookChange) => request<Webhook>("PATCH", `/webhooks/${id}`, { body }),
  remove: (id: Id) => request<void>("DELETE", `/webhooks/${id}`),
});

const outgoingPath = (guild: Id, hook?: Id) =>
  `/guilds/${guild}/outgoing-webhooks${hook === undefined ? "" : `/${hook}`}`;

export const makeOutgoingApi = (request: Request) => ({
  list: (guild: Id) => request<OutgoingHook[]>("GET", outgoingPath(guild)),
  create: (guild: Id, body: { url: string; events: string[] }) =>
    request<OutgoingHook>("POST", outgoingPath(guild), { body }),
  change: (guild: Id, hook: Id, body: { url?: string; events?: string[] }) =>
    request<OutgoingHook>("PATCH", outgoingPath(guild, hook), { body }),
  remove: (guild: Id, hook: Id) => request<void>("DELETE", outgoingPath(guild, hook)),
  rotate: (guild: Id, hook: Id) =>
    request<OutgoingHook>("POST", `${outgoingPath(guild, hook)}/secret`, { body: {} }),
  deliveries: (guild: Id, hook: Id) => request<Delivery[]>("GET", `${outgoingPath(guild, hook)}/deliveries`),
  retry: (guild: Id, hook: Id, letter: Id) =>
    request<void>("POST", `${outgoingPath(guild, hook)}/dead-letters/${letter}/retry`, { body: {} }),
  discard: (guild: Id, hook: Id, letter: Id) =>
    request<void>("DELETE", `${outgoingPath(guild, hook)}/dead-letters/${letter}`),
});
