import CalendarDays from "lucide-solid/icons/calendar-days";
import { createResource, For, Match, Show, Switch } from "solid-js";
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
  const [loaded] = createResource(
    () => props.guild,
    async (guild) => {
      await app.schedule.load(guild);
      return true;
    },
  );
  // By id, so that a card stays when its event changes.
  const ids = () => app.schedule.inGuild(props.guild).map((event) => event.id);
  const mayPlan = () => app.rights.may("createEvents", props.guild);
  const plan = () => app.overlays.open({ kind: "edit-event", guild: props.guild });
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
        <Match when={ids().length}>
          <ul class="flex flex-col gap-3">
            <For each={ids()}>
              {(id) => <Show when={app.schedule.of(id)}>{(event) => <EventCard event={event()} />}</Show>}
            </For>
          </ul>
        </Match>
        <Match when={loaded.loading}>
          <div class="flex justify-center py-8">
            <Spinner label={t("common.loading")} />
          </div>
        </Match>
        <Match when={loaded.error}>
          <p class="py-8 text-center text-fg-1">{t("chat.loadFailed")}</p>
        </Match>
        <Match when={loaded()}>
          <EmptyState
            icon={<CalendarDays size={28} />}
            title={t("schedule.none")}
            text={t("schedule.noneText")}
          />
        </Match>
      </Switch>
    </Dialog>
  );
}
