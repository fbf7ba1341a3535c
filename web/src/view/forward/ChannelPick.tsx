import { createSignal, For, Show } from "solid-js";
import type { Channel, Id } from "~/api/types";
import { t } from "~/i18n";
import { useApp } from "~/state/app";
import type { Right } from "~/state/rights";
import { Dialog } from "~/ui/Dialog";
import { TextInput } from "~/ui/TextInput";
import { createAttempt } from "../form/createAttempt";
import { ChannelIcon } from "../shell/ChannelIcon";

const SHOWN_MAX = 30;

/** Chooses one of the channels, of any community, in which one has a right. */
export function ChannelPick(props: {
  title: string;
  right: Right;
  but?: Id;
  done: string;
  onPick(channel: Channel): Promise<unknown>;
  onClose(): void;
}) {
  const app = useApp();
  const { attempt, busy } = createAttempt();
  const [sought, seek] = createSignal("");
  const place = (channel: Channel) => app.guilds.of(channel.guild_id)?.name ?? "";
  const found = () => {
    const wanted = sought().trim().toLowerCase();
    return app.guilds
      .all()
      .flatMap((guild) => app.channels.readable(guild.id))
      .filter((channel) => channel.id !== props.but && app.rights.mayIn(props.right, channel.id))
      .filter((channel) => `${channel.name} ${place(channel)}`.toLowerCase().includes(wanted))
      .slice(0, SHOWN_MAX);
  };
  const pick = async (channel: Channel) => {
    if (await attempt(() => props.onPick(channel), props.done)) props.onClose();
  };
  return (
    <Dialog open title={props.title} closeLabel={t("common.close")} size="sm" onClose={props.onClose}>
      <div class="flex flex-col gap-3">
        <TextInput
          label={t("common.search")}
          hideLabel
          placeholder={t("common.search")}
          value={sought()}
          onValue={seek}
          autocomplete="off"
          autofocus
        />
        <ul class="flex flex-col max-h-90 overflow-y-auto">
          <For each={found()}>
            {(channel) => (
              <li>
                <button
                  type="button"
                  disabled={busy()}
                  class="flex items-center gap-2 w-full min-h-10 px-2 rounded-sm text-start cursor-pointer hover:bg-bg-hover"
                  onClick={() => void pick(channel)}
                >
                  <ChannelIcon channel={channel} />
                  <bdi class="flex-1 min-w-0 truncate">{channel.name}</bdi>
                  <bdi class="shrink-0 text-xs text-fg-2 truncate max-w-40">{place(channel)}</bdi>
                </button>
              </li>
            )}
          </For>
        </ul>
        <Show when={!found().length}>
          <p class="py-4 text-sm text-center text-fg-2">{t("forward.nowhere")}</p>
        </Show>
      </div>
    </Dialog>
  );
}
