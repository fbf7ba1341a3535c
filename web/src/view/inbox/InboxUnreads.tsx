import Check from "lucide-solid/icons/check";
import CheckCheck from "lucide-solid/icons/check-check";
import { createMemo, For, Show } from "solid-js";
import type { Channel, Guild } from "~/api/types";
import { t } from "~/i18n";
import { distanceText } from "~/i18n/dates";
import { useApp } from "~/state/app";
import { HOME, home } from "~/state/home";
import { compareIds, timeOf } from "~/state/snowflake";
import { Badge } from "~/ui/Badge";
import { Button } from "~/ui/Button";
import { IconButton } from "~/ui/IconButton";
import { ChannelIcon } from "../shell/ChannelIcon";
import { InboxNothing } from "./InboxNothing";

interface Unread {
  guild: Guild;
  channels: Channel[];
}

/** Where something is unread, by community, the latest first. What is muted does not call. */
export function InboxUnreads(props: { onGo(channel: Channel): void }) {
  const app = useApp();
  const all = createMemo((): Unread[] =>
    [home, ...app.guilds.all()]
      .map((guild) => ({
        guild,
        channels: app.channels
          .inGuild(guild.id)
          .filter((one) => app.reads.unread(one.id) && !app.alerts.muted(guild.id, app.channels.line(one.id)))
          .sort((a, b) => compareIds(b.last_message_id ?? "0", a.last_message_id ?? "0")),
      }))
      .filter((one) => one.channels.length > 0),
  );
  const read = (channel: Channel) =>
    channel.last_message_id && void app.reads.ack(channel.id, channel.last_message_id);
  const readAll = () => {
    for (const { guild } of all()) void app.reads.ackGuild(guild.id);
  };
  return (
    <Show when={all().length > 0} fallback={<InboxNothing text={t("search.noUnreads")} />}>
      <div class="flex justify-end pb-2">
        <Button size="sm" kind="ghost" icon={<CheckCheck size={16} />} onClick={readAll}>
          {t("search.readAll")}
        </Button>
      </div>
      <div class="flex flex-col gap-4">
        <For each={all()}>
          {(one) => (
            <section aria-label={one.guild.name || t("home.conversations")}>
              <h2 class="eyebrow px-1 pb-1">
                {one.guild.id === HOME ? t("home.conversations") : one.guild.name}
              </h2>
              <ul class="card divide-y divide-line">
                <For each={one.channels}>
                  {(channel) => (
                    <li class="flex items-center gap-1 pe-1.5">
                      <button
                        type="button"
                        class="flex items-center gap-2.5 flex-1 min-w-0 min-h-11 px-3 text-start text-sm font-semibold cursor-pointer hover:bg-bg-hover"
                        onClick={() => props.onGo(channel)}
                      >
                        <ChannelIcon channel={channel} size={16} />
                        <bdi class="truncate">{channel.name}</bdi>
                        <Show when={app.reads.mentions(channel.id)}>
                          {(count) => <Badge kind="mention">{count()}</Badge>}
                        </Show>
                        <span class="ms-auto shrink-0 text-xs font-normal text-fg-2">
                          {distanceText(timeOf(channel.last_message_id ?? "0"))}
                        </span>
                      </button>
                      <IconButton
                        size="sm"
                        label={t("search.readOne", { name: channel.name })}
                        onClick={() => read(channel)}
                      >
                        <Check size={16} />
                      </IconButton>
                    </li>
                  )}
                </For>
              </ul>
            </section>
          )}
        </For>
      </div>
    </Show>
  );
}
