import MapPin from "lucide-solid/icons/map-pin";
import Star from "lucide-solid/icons/star";
import { createResource, Show } from "solid-js";
import type { ScheduledEvent } from "~/api/schedule";
import { t } from "~/i18n";
import { momentText } from "~/i18n/dates";
import { useApp } from "~/state/app";
import { Button } from "~/ui/Button";
import { createAttempt } from "../form/createAttempt";

const Status = { planned: 1, running: 2, over: 3, calledOff: 4 } as const;

/** One event: when and where, and whether one is interested. */
export function EventCard(props: { event: ScheduledEvent; onChanged(): void }) {
  const app = useApp();
  const { attempt, busy } = createAttempt();
  const event = () => props.event;
  const me = () => app.session.me()?.id;
  const [people] = createResource(
    () => event().user_count,
    () => app.api.schedule.interested(event().guild_id, event().id),
  );
  const joined = () => !people.error && (people()?.some((user) => user.id === me()) ?? false);
  const manages = () => event().creator_id === me() || app.rights.may("manageEvents", event().guild_id);
  const place = () =>
    app.channels.of(event().channel_id ?? undefined)?.name ?? event().entity_metadata?.location;
  const act = async (deed: () => Promise<unknown>) => {
    if (await attempt(deed)) props.onChanged();
  };
  const api = app.api.schedule;
  return (
    <li class="flex flex-col gap-2 p-4 rounded-md border border-line bg-bg-1">
      <p class="text-sm font-semibold text-accent">
        {event().status === Status.running ? t("schedule.running") : momentText(event().scheduled_start_time)}
      </p>
      <h3 class="font-bold break-words">{event().name}</h3>
      <Show when={event().description}>
        <p class="text-sm text-fg-1 whitespace-pre-wrap break-words">{event().description}</p>
      </Show>
      <p class="flex items-center gap-1.5 text-sm text-fg-2">
        <MapPin size={14} aria-hidden="true" />
        <bdi>{place()}</bdi>
      </p>
      <div class="flex flex-wrap items-center gap-2">
        <Button
          size="sm"
          kind={joined() ? "primary" : "secondary"}
          aria-pressed={joined()}
          busy={busy()}
          onClick={() => void act(() => (joined() ? api.leave : api.join)(event().guild_id, event().id))}
        >
          <Star size={15} /> {t("schedule.interested")}
        </Button>
        <span class="text-xs text-fg-2">{t("schedule.count", { count: event().user_count ?? 0 })}</span>
        <span class="flex-1" />
        <Show when={manages()}>
          <Show
            when={event().status === Status.planned}
            fallback={
              <Button
                size="sm"
                kind="ghost"
                onClick={() => void act(() => api.move(event().guild_id, event().id, Status.over))}
              >
                {t("schedule.end")}
              </Button>
            }
          >
            <Button
              size="sm"
              kind="ghost"
              onClick={() => void act(() => api.move(event().guild_id, event().id, Status.calledOff))}
            >
              {t("schedule.cancel")}
            </Button>
            <Button
              size="sm"
              kind="secondary"
              onClick={() => void act(() => api.move(event().guild_id, event().id, Status.running))}
            >
              {t("schedule.start")}
            </Button>
          </Show>
        </Show>
      </div>
    </li>
  );
}
