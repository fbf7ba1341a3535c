import type { Request } from "./client";
import type { Id, User } from "./types";

/** Discord's scheduled event. */
export interface ScheduledEvent {
  id: Id;
  guild_id: Id;
  creator_id: Id;
  name: string;
  description: string | null;
  channel_id: Id | null;
  scheduled_start_time: string;
  scheduled_end_time: string | null;
  /** 1 planned, 2 running, 3 over, 4 called off. */
  status: number;
  /** 2 in a voice channel, 3 elsewhere. */
  entity_type: number;
  entity_metadata: { location?: string } | null;
  user_count?: number;
}

export interface EventDraft {
  name: string;
  description: string;
  entity_type: number;
  privacy_level: 2;
  channel_id?: Id;
  scheduled_start_time: string;
  scheduled_end_time?: string;
  entity_metadata?: { location: string };
}

export const makeScheduleApi = (request: Request) => ({
  list: (guild: Id) =>
    request<ScheduledEvent[]>("GET", `/guilds/${guild}/scheduled-events`, {
      query: { with_user_count: true },
    }),
  create: (guild: Id, body: EventDraft) =>
    request<ScheduledEvent>("POST", `/guilds/${guild}/scheduled-events`, { body }),
  move: (guild: Id, event: Id, status: number) =>
    request<ScheduledEvent>("PATCH", `/guilds/${guild}/scheduled-events/${event}`, { body: { status } }),
  interested: async (guild: Id, event: Id) =>
    (await request<{ user: User }[]>("GET", `/guilds/${guild}/scheduled-events/${event}/users`)).map(
      (one) => one.user,
    ),
  join: (guild: Id, event: Id) =>
    request<unknown>("PUT", `/guilds/${guild}/scheduled-events/${event}/users/@me`),
  leave: (guild: Id, event: Id) =>
    request<void>("DELETE", `/guilds/${guild}/scheduled-events/${event}/users/@me`),
});
