import { createResource, For, Match, Switch } from "solid-js";
import { avatarUrl } from "~/api/cdn";
import type { ScheduledEvent } from "~/api/schedule";
import { t } from "~/i18n";
import { useApp } from "~/state/app";
import { Avatar } from "~/ui/Avatar";
import { Popover } from "~/ui/Popover";
import { Spinner } from "~/ui/Spinner";

/** Who is interested in an event: the first hundred. */
export function EventPeople(props: { event: ScheduledEvent; anchor: HTMLElement; onClose(): void }) {
  const app = useApp();
  const [people] = createResource(
    () => props.event.id,
    (event) => app.api.schedule.interested(props.event.guild_id, event),
  );
  return (
    <Popover
      anchor={props.anchor}
      side="bottom"
      label={t("schedule.people")}
      class="w-70 max-h-80 overflow-y-auto p-3"
      onClose={props.onClose}
    >
      <h2 class="px-1 pb-2 title-sm">{t("schedule.people")}</h2>
      <Switch>
        <Match when={people.loading}>
          <div class="flex justify-center py-4">
            <Spinner label={t("common.loading")} />
          </div>
        </Match>
        <Match when={people.error}>
          <p class="px-1 py-3 text-sm text-fg-1">{t("chat.loadFailed")}</p>
        </Match>
        <Match when={people()?.length === 0}>
          <p class="px-1 py-3 text-sm text-fg-2">{t("schedule.nobody")}</p>
        </Match>
        <Match when={people()}>
          {(all) => (
            <ul class="flex flex-col gap-1">
              <For each={all()}>
                {(user) => (
                  <li class="flex items-center gap-2 min-w-0 px-1 py-1">
                    <Avatar id={user.id} name={user.username} src={avatarUrl(user)} size={24} />
                    <bdi class="truncate">{app.members.name(props.event.guild_id, user.id, user)}</bdi>
                  </li>
                )}
              </For>
            </ul>
          )}
        </Match>
      </Switch>
    </Popover>
  );
}
