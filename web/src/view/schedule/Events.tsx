import CalendarDays from "lucide-solid/icons/calendar-days";
import { createResource, For, Match, Show, Switch } from "solid-js";
import type { ScheduledEvent } from "~/api/schedule";
import type { Id } from "~/api/types";
import { t } from "~/i18n";
import { useApp } from "~/state/app";
import { Button } from "~/ui/Button";
import { Dialog } from "~/ui/Dialog";
import { EmptyState } from "~/ui/EmptyState";
import { Spinner } from "~/ui/Spinner";
import { EventCard } from "./EventCard";

/** What a community plans. */
export default function Events(props: { guild: Id; onClose(): void }) {
  const app = useApp();
  const [events, { refetch }] = createResource(() => app.api.schedule.list(props.guild));
  const mayPlan = () => app.rights.may("createEvents", props.guild);
  const plan = () => app.overlays.open({ kind: "create-event", guild: props.guild });
  return (
    <Dialog
      open
      title={t("schedule.events")}
      closeLabel={t("common.close")}
      onClose={props.onClose}
      footer={
        <Show when={mayPlan()}>
          <Button onClick={plan}>{t("schedule.create")}</Button>
        </Show>
      }
    >
      <Switch>
        <Match when={events.loading && !events.latest}>
          <div class="flex justify-center py-8">
            <Spinner label={t("common.loading")} />
          </div>
        </Match>
        <Match when={events.error}>
          <p class="py-8 text-center text-fg-1">{t("chat.loadFailed")}</p>
        </Match>
        <Match when={events()?.length === 0}>
          <EmptyState
            icon={<CalendarDays size={28} />}
            title={t("schedule.none")}
            text={t("schedule.noneText")}
          />
        </Match>
        <Match when={events.latest}>
          <ul class="flex flex-col gap-3">
            <For each={sorted(events.latest ?? [])}>
              {(event) => <EventCard event={event} onChanged={() => void refetch()} />}
            </For>
          </ul>
        </Match>
      </Switch>
    </Dialog>
  );
}

const sorted = (events: ScheduledEvent[]) =>
  [...events].sort((a, b) => Date.parse(a.scheduled_start_time) - Date.parse(b.scheduled_start_time));
