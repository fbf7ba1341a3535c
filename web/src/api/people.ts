import type { Request } from "./client";
import type { GuildAlerts, Profile, Relationship } from "./peopleTypes";
import type { Channel, Id, Message } from "./types";

/** Friends, conversations and what is one's own about others. */
export const makePeopleApi = (request: Request) => ({
  ask: (username: string) => request<void>("POST", "/users/@me/relationships", { body: { username } }),
  befriend: (user: Id) => request<void>("PUT", `/users/@me/relationships/${user}`, { body: {} }),
  block: (user: Id) => request<void>("PUT", `/users/@me/relationships/${user}`, { body: { type: 2 } }),
  part: (user: Id) => request<void>("DELETE", `/users/@me/relationships/${user}`),
  nickname: (user: Id, nickname: string | null) =>
    request<void>("PATCH", `/users/@me/relationships/${user}`, { body: { nickname } }),
  relationships: () => request<Relationship[]>("GET", "/users/@me/relationships"),
  profile: (user: Id) =>
    request<Profile>("GET", `/users/${user}/profile`, { query: { with_mutual_friends: true } }),
  note: (user: Id, note: string) => request<void>("PUT", `/users/@me/notes/${user}`, { body: { note } }),
  /** The one conversation with somebody. */
  talk: (user: Id) => request<Channel>("POST", "/users/@me/channels", { body: { recipient_id: user } }),
  gather: (users: Id[]) => request<Channel>("POST", "/users/@me/channels", { body: { recipients: users } }),
  add: (group: Id, user: Id) => request<void>("PUT", `/channels/${group}/recipients/${user}`, { body: {} }),
  remove: (group: Id, user: Id) => request<void>("DELETE", `/channels/${group}/recipients/${user}`),
  rename: (group: Id, name: string) => request<Channel>("PATCH", `/channels/${group}`, { body: { name } }),
  hand: (group: Id, owner: Id) => request<Channel>("PATCH", `/channels/${group}`, { body: { owner } }),
  /** A picture as a data URI; null takes it away. */
  draw: (group: Id, icon: string | null) =>
    request<Channel>("PATCH", `/channels/${group}`, { body: { icon } }),
  /** Closes a conversation of two, leaves a group. */
  leave: (channel: Id) => request<Channel>("DELETE", `/channels/${channel}`),
  mentions: (before?: Id) =>
    request<Message[]>("GET", "/users/@me/mentions", { query: { limit: 25, before } }),
  dismiss: (message: Id) => request<void>("DELETE", `/users/@me/mentions/${message}`),
  alerts: (guild: Id, body: object) =>
    request<GuildAlerts>("PATCH", `/users/@me/guilds/${guild}/settings`, { body }),
});
