import type { Request } from "./client";
import type { Id, User } from "./types";

/** An address by which programs write into a channel. */
export interface Webhook {
  id: Id;
  channel_id: Id;
  name: string;
  token: string;
  application_id: Id | null;
  user?: User;
}

export const makeWebhooksApi = (request: Request) => ({
  inGuild: (guild: Id) => request<Webhook[]>("GET", `/guilds/${guild}/webhooks`),
  create: (channel: Id, name: string) =>
    request<Webhook>("POST", `/channels/${channel}/webhooks`, { body: { name } }),
  change: (id: Id, body: { name?: string; channel_id?: Id }) =>
    request<Webhook>("PATCH", `/webhooks/${id}`, { body }),
  remove: (id: Id) => request<void>("DELETE", `/webhooks/${id}`),
});
