import type { Request } from "./client";
import type { Id, User } from "./types";

export const EventStatus = { planned: 1, running: 2, over: 3, calledOff: 4 } as const;
export const EventKind = { stage: 1, voice: 2, elsewhere: 3 } as const;

/** How often an event recurs, as Discord says it. */
export interface RecurrenceRule {
  start: string;
  end?: string | null;
  /** 0 yearly, 1 monthly, 2 weekly, 3 daily. */
  frequency: number;
  interval: number;
  /** 0 is Monday. */
  by_weekday?: number[] | null;
  by_n_weekday?: { n: number; day: number }[] | null;
  by_month?: number[] | null;
  by_month_day?: number[] | null;
}

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
  status: number;
  entity_type: number;
  entity_metadata: { location?: string } | null;
  /** The hash of its cover. */
  image: string | null;
  recurrence_rule: RecurrenceRule | null;
  user_count?: number;
}

export interface EventDraft {
  name: string;
  description: string;
  entity_type: number;
  privacy_level: 2;
  channel_id: Id | null;
  scheduled_start_time: string;
  scheduled_end_time: string | null;
  entity_metadata: { location: string } | null;
  recurrence_rule: RecurrenceRule | null;
  /** A data URI; null takes the cover away, absent leaves it. */
  image?: string | null;
}

interface Interest {
  guild_scheduled_event_id: Id;
  user?: User;
}

export const makeScheduleApi = (request: Request) => {
  const all = (guild: Id) => `/guilds/${guild}/scheduled-events`;
  const change = (guild: Id, event: Id, body: Partial<EventDraft> & { status?: number }) =>
    request<ScheduledEvent>("PATCH", `${all(guild)}/${event}`, { body });
  return {
    list: (guild: Id) => request<ScheduledEvent[]>("GET", all(guild), { query: { with_user_count: true } }),
    create: (guild: Id, body: EventDraft) => request<ScheduledEvent>("POST", all(guild), { body }),
    change,
    move: (guild: Id, event: Id, status: number) => change(guild, event, { status }),
    remove: (guild: Id, event: Id) => request<void>("DELETE", `${all(guild)}/${event}`),
    interested: async (guild: Id, event: Id, after?: Id) =>
      (
        await request<Interest[]>("GET", `${all(guild)}/${event}/users`, {
          query: { limit: 100, ...(after && { after }) },
        })
      ).flatMap((one) => (one.user ? [one.user] : [])),
    /** The ids of the events that oneself is interested in. */
    own: async (guilds: Id[]) =>
      (
        await request<Interest[]>("GET", "/users/@me/scheduled-events", {
          query: { guild_ids: guilds.join(",") },
        })
      ).map((one) => one.guild_scheduled_event_id),
    join: (guild: Id, event: Id) => request<unknown>("PUT", `${all(guild)}/${event}/users/@me`),
    leave: (guild: Id, event: Id) => request<void>("DELETE", `${all(guild)}/${event}/users/@me`),
  };
};
