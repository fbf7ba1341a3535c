import { type EventDraft, EventKind, type ScheduledEvent } from "~/api/schedule";
import { type Channel, ChannelType } from "~/api/types";
import { type Repeat, repeatOf, ruleOf } from "./recurrence";

const HOUR_MS = 3_600_000;

/** What one fills in. `channel` is empty for what takes place elsewhere. */
export interface EventForm {
  name: string;
  description: string;
  channel: string;
  place: string;
  begins: string;
  ends: string;
  repeat: Repeat;
  image: string | null | undefined;
}

export const formOf = (event: ScheduledEvent | undefined, now = Date.now()): EventForm => ({
  name: event?.name ?? "",
  description: event?.description ?? "",
  channel: event?.channel_id ?? "",
  place: event?.entity_metadata?.location ?? "",
  begins: local(event ? Date.parse(event.scheduled_start_time) : now + HOUR_MS),
  ends: event?.scheduled_end_time
    ? local(Date.parse(event.scheduled_end_time))
    : event
      ? ""
      : local(now + 2 * HOUR_MS),
  repeat: repeatOf(event?.recurrence_rule ?? null),
  image: undefined,
});

/** @param room where it takes place, absent when elsewhere */
export function draftOf(form: EventForm, room: Channel | undefined): EventDraft {
  const start = new Date(form.begins);
  return {
    name: form.name.trim(),
    description: form.description.trim(),
    privacy_level: 2,
    entity_type: kindOf(room),
    channel_id: room?.id ?? null,
    entity_metadata: room ? null : { location: form.place.trim() },
    scheduled_start_time: start.toISOString(),
    scheduled_end_time: form.ends ? new Date(form.ends).toISOString() : null,
    recurrence_rule: ruleOf(form.repeat, start),
    ...(form.image !== undefined && { image: form.image }),
  };
}

const kindOf = (room: Channel | undefined) => {
  if (!room) return EventKind.elsewhere;
  return room.type === ChannelType.stage ? EventKind.stage : EventKind.voice;
};

/** What an input for a local time takes. */
function local(time: number): string {
  const shifted = time - new Date(time).getTimezoneOffset() * 60_000;
  return new Date(shifted).toISOString().slice(0, 16);
}
