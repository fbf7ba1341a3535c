import { createRoot } from "solid-js";
import { expect, test, vi } from "vitest";
import type { Api } from "~/api/api";
import type { ScheduledEvent } from "~/api/schedule";
import { createSchedule } from "./schedule";

const event = (id: string, more: Partial<ScheduledEvent> = {}) =>
  ({
    id,
    guild_id: "1",
    status: 1,
    scheduled_start_time: `2026-12-0${id}T10:00:00Z`,
    ...more,
  }) as ScheduledEvent;

function schedule() {
  const api = { schedule: { own: vi.fn().mockResolvedValue([]), list: vi.fn().mockResolvedValue([]) } };
  return createRoot(() => createSchedule(api as unknown as Api, () => "9"));
}

test("events are listed by their time and leave when they are over", () => {
  const store = schedule();
  store.apply({ t: "GUILD_SCHEDULED_EVENT_CREATE", d: event("2") });
  store.apply({ t: "GUILD_SCHEDULED_EVENT_CREATE", d: event("1") });
  expect(store.inGuild("1").map((one) => one.id)).toEqual(["1", "2"]);
  store.apply({ t: "GUILD_SCHEDULED_EVENT_UPDATE", d: event("1", { status: 3 }) });
  expect(store.inGuild("1").map((one) => one.id)).toEqual(["2"]);
});

test("an update without a count leaves the count that is known", () => {
  const store = schedule();
  store.apply({ t: "GUILD_SCHEDULED_EVENT_CREATE", d: event("1", { user_count: 3 }) });
  store.apply({ t: "GUILD_SCHEDULED_EVENT_UPDATE", d: event("1", { status: 2 }) });
  expect(store.of("1")?.user_count).toBe(3);
});

test("interest of oneself and of others is told apart", () => {
  const store = schedule();
  store.apply({ t: "GUILD_SCHEDULED_EVENT_CREATE", d: event("1") });
  const d = { guild_scheduled_event_id: "1", guild_id: "1" };
  store.apply({ t: "GUILD_SCHEDULED_EVENT_USER_ADD", d: { ...d, user_id: "5" } });
  expect(store.interests("1")).toBe(false);
  store.apply({ t: "GUILD_SCHEDULED_EVENT_USER_ADD", d: { ...d, user_id: "9" } });
  expect(store.interests("1")).toBe(true);
  expect(store.of("1")?.user_count).toBe(2);
  store.apply({ t: "GUILD_SCHEDULED_EVENT_USER_REMOVE", d: { ...d, user_id: "9" } });
  expect(store.interests("1")).toBe(false);
});

test("what was to take place in a channel goes with it", () => {
  const store = schedule();
  store.apply({ t: "GUILD_SCHEDULED_EVENT_CREATE", d: event("1", { channel_id: "7" }) });
  store.apply({ t: "CHANNEL_DELETE", d: { id: "7" } as never });
  expect(store.inGuild("1")).toEqual([]);
});
