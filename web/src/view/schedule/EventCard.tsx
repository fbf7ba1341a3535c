import CalendarSync from "lucide-solid/icons/calendar-sync";
import MapPin from "lucide-solid/icons/map-pin";
import Star from "lucide-solid/icons/star";
import { createSignal, Show } from "solid-js";
import { coverUrl } from "~/api/cdn";
import { EventStatus, type ScheduledEvent } from "~/api/schedule";
import { t } from "~/i18n";
import { distanceText, momentText } from "~/i18n/dates";
import { useApp } from "~/state/app";
import { Button } from "~/ui/Button";
import { createAttempt } from "../form/createAttempt";
import { EventPeople } from "./EventPeople";
import { repeatOf } from "./recurrence";

/** One event: when and where, and whether one is interested. */
export function EventCard(props: { event: ScheduledEvent }) {
  const app = useApp();
  const { attempt, busy } = createAttempt();
  const [people, showPeople] = createSignal<HTMLElement>();
  const event = () => props.event;
  const joined = () => app.schedule.interests(event().id);
  const planned = () => event().status === EventStatus.planned;
  const manages = () =>
    app.rights.may("manageEvents", event().guild_id) ||
    (event().creator_id === app.session.me()?.id && app.rights.may("createEvents", event().guild_id));
  const place = () =>
    app.channels.of(event().channel_id ?? undefined)?.name ?? event().entity_metadata?.location;
  const repeat = () => repeatOf(event().recurrence_rule);
  const api = app.api.schedule;
  const move = (status: number) =>
    void attempt(async () => {
      const d = await api.move(event().guild_id, event().id, status);
      app.apply({ t: "GUILD_SCHEDULED_EVENT_UPDATE", d });
    });
  let counter: HTMLButtonElement | undefined;
  return (
    <li class="flex flex-col rounded-md border border-line bg-bg-1 overflow-hidden">
      <Show when={coverUrl(event())}>
        {(url) => <img src={url()} alt="" loading="lazy" class="w-full aspect-[5/2] object-cover" />}
      </Show>
      <div class="flex flex-col gap-2 p-4">
        <p class="flex flex-wrap items-center gap-x-3 text-sm font-semibold text-accent">
          <Show when={planned()} fallback={t("schedule.running")}>
            <time datetime={event().scheduled_start_time}>{momentText(event().scheduled_start_time)}</time>
            <span class="font-normal text-fg-2">{distanceText(event().scheduled_start_time)}</span>
          </Show>
          <Show when={repeat() !== "never"}>
            <span class="flex items-center gap-1 font-normal text-fg-2">
              <CalendarSync size={14} aria-hidden="true" /> {t(`schedule.repeat_${repeat()}`)}
            </span>
          </Show>
        </p>
        <h3 class="font-bold break-words">{event().name}</h3>
        <Show when={event().description}>
          <p class="text-sm text-fg-1 whitespace-pre-wrap break-words">{event().description}</p>
        </Show>
        <p class="flex items-center gap-1.5 text-sm text-fg-2">
          <MapPin size={14} aria-hidden="true" />
          <bdi class="min-w-0 break-words">{place()}</bdi>
        </p>
        <div class="flex flex-wrap items-center gap-2">
          <Button
            size="sm"
            kind={joined() ? "primary" : "secondary"}
            aria-pressed={joined()}
            busy={busy()}
            onClick={() =>
              void attempt(() => (joined() ? api.leave : api.join)(event().guild_id, event().id))
            }
          >
            <Star size={15} /> {t("schedule.interested")}
          </Button>
          <Button
            size="sm"
            kind="ghost"
            aria-haspopup="dialog"
            aria-expanded={people() !== undefined}
            ref={(button: HTMLButtonElement) => {
              counter = button;
            }}
            onClick={() => showPeople(people() ? undefined : counter)}
          >
            {t("schedule.count", { count: event().user_count ?? 0 })}
          </Button>
          <span class="flex-1" />
          <Show when={manages()}>
            <Button
              size="sm"
              kind="ghost"
              onClick={() =>
                app.overlays.open({ kind: "edit-event", guild: event().guild_id, event: event().id })
              }
            >
              {t("common.edit")}
            </Button>
            <Show
              when={planned()}
              fallback={
                <Button size="sm" kind="secondary" onClick={() => move(EventStatus.over)}>
                  {t("schedule.end")}
                </Button>
              }
            >
              <Button size="sm" kind="danger-quiet" onClick={() => move(EventStatus.calledOff)}>
                {t("schedule.cancel")}
              </Button>
              <Button size="sm" kind="secondary" onClick={() => move(EventStatus.running)}>
                {t("schedule.start")}
              </Button>
            </Show>
          </Show>
        </div>
      </div>
      <Show when={people()}>
        {(anchor) => <EventPeople event={event()} anchor={anchor()} onClose={() => showPeople(undefined)} />}
      </Show>
    </li>
  );
}
