import { createStore, produce, reconcile } from "solid-js/store";
import type { Api } from "~/api/api";
import { EventStatus, type ScheduledEvent } from "~/api/schedule";
import type { FullGuild, Id } from "~/api/types";
import type { GatewayEvent } from "~/gateway/events";

export type Schedule = ReturnType<typeof createSchedule>;

/** What the communities plan, and what of it oneself is interested in. Events keep it up to date. */
export function createSchedule(api: Api, me: () => Id | undefined) {
  const [byId, change] = createStore<Record<Id, ScheduledEvent>>({});
  const [mine, join] = createStore<Record<Id, boolean>>({});

  const plannedIn = (guild: FullGuild) => guild.guild_scheduled_events ?? [];
  /** Without it nothing is missing but the marks; the next opening of the list asks again. */
  const learn = async (guilds: Id[]) => {
    if (!guilds.length) return;
    const own = await api.schedule.own(guilds).catch(() => []);
    join(Object.fromEntries(own.map((event) => [event, true])));
  };
  const take = (events: ScheduledEvent[]) =>
    change(
      produce((all) => {
        for (const event of events) all[event.id] = { ...all[event.id], ...event };
      }),
    );
  const drop = (gone: (event: ScheduledEvent) => boolean) =>
    change(
      produce((all) => {
        for (const event of Object.values(all)) if (gone(event)) delete all[event.id];
      }),
    );
  const count = (id: Id, more: number) =>
    byId[id] && change(id, "user_count", (count = 0) => Math.max(0, count + more));

  const apply = (event: GatewayEvent) => {
    switch (event.t) {
      case "READY":
        change(reconcile({}));
        join(reconcile({}));
        take(event.d.guilds.flatMap(plannedIn));
        return void learn(event.d.guilds.filter((guild) => plannedIn(guild).length).map((guild) => guild.id));
      case "GUILD_CREATE":
        take(plannedIn(event.d));
        return void learn(plannedIn(event.d).length ? [event.d.id] : []);
      case "GUILD_DELETE":
        return drop((one) => one.guild_id === event.d.id);
      case "CHANNEL_DELETE":
        return drop((one) => one.channel_id === event.d.id);
      case "GUILD_SCHEDULED_EVENT_CREATE":
      case "GUILD_SCHEDULED_EVENT_UPDATE":
        return isCurrent(event.d) ? take([event.d]) : drop((one) => one.id === event.d.id);
      case "GUILD_SCHEDULED_EVENT_DELETE":
        return drop((one) => one.id === event.d.id);
      case "GUILD_SCHEDULED_EVENT_USER_ADD":
      case "GUILD_SCHEDULED_EVENT_USER_REMOVE": {
        const added = event.t === "GUILD_SCHEDULED_EVENT_USER_ADD";
        count(event.d.guild_scheduled_event_id, added ? 1 : -1);
        if (event.d.user_id === me()) join(event.d.guild_scheduled_event_id, added);
        return;
      }
      default:
        return;
    }
  };
  return {
    of: (id: Id): ScheduledEvent | undefined => byId[id],
    /** What is planned or runs, the earliest first. */
    inGuild: (guild: Id) =>
      Object.values(byId)
        .filter((event) => event.guild_id === guild)
        .sort((a, b) => Date.parse(a.scheduled_start_time) - Date.parse(b.scheduled_start_time)),
    interests: (event: Id) => mine[event] ?? false,
    /** Asks for what events do not tell: how many are interested, and whether oneself is. */
    load: async (guild: Id) => {
      const [events] = await Promise.all([api.schedule.list(guild), learn([guild])]);
      const ids = new Set(events.map((event) => event.id));
      drop((one) => one.guild_id === guild && !ids.has(one.id));
      take(events);
    },
    apply,
  };
}

const isCurrent = (event: ScheduledEvent) =>
  event.status === EventStatus.planned || event.status === EventStatus.running;
