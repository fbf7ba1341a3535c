import Settings from "lucide-solid/icons/settings";
import { Show } from "solid-js";
import type { Channel } from "~/api/types";
import { t } from "~/i18n";
import { useApp } from "~/state/app";
import { isForum, isText } from "~/state/channels";
import { Badge } from "~/ui/Badge";
import { ContextMenu } from "~/ui/ContextMenu";
import { IconButton } from "~/ui/IconButton";
import { VoiceRow } from "../call/VoiceRow";
import { Link } from "../Link";
import { ChannelIcon } from "./ChannelIcon";
import { channelMenu } from "./channelMenu";

const ROW =
  "flex items-center gap-2 w-full min-h-8.5 max-md:min-h-11 px-2 rounded-sm text-[0.9375rem] leading-5 hover:no-underline transition-colors -outline-offset-2";

export function ChannelRow(props: { channel: Channel }) {
  const app = useApp();
  return (
    <ContextMenu label={props.channel.name} items={() => channelMenu(app, props.channel)}>
      <Show
        when={isText(props.channel) || isForum(props.channel)}
        fallback={<VoiceRow channel={props.channel} class={ROW} />}
      >
        <TextRow channel={props.channel} />
      </Show>
    </ContextMenu>
  );
}

function TextRow(props: { channel: Channel }) {
  const app = useApp();
  const here = () => app.openChannel() === props.channel.id;
  const unread = () => !here() && app.reads.unread(props.channel.id);
  const mentions = () => app.reads.mentions(props.channel.id);
  return (
    <div class="group relative flex items-center">
      <Show when={unread()}>
        <span aria-hidden="true" class="absolute -start-2 w-1 h-2 rounded-e-full bg-fg-0" />
      </Show>
      <Link
        to={{ at: "channel", guild: props.channel.guild_id ?? "", channel: props.channel.id }}
        onGo={app.layout.closeDrawer}
        data-row=""
        aria-current={here() ? "page" : undefined}
        class={ROW}
        classList={{
          "bg-bg-active text-fg-0 font-semibold": here(),
          "text-fg-0 font-semibold hover:bg-bg-hover": unread(),
          "text-fg-2 hover:(bg-bg-hover text-fg-1)": !here() && !unread(),
        }}
      >
        <ChannelIcon channel={props.channel} />
        <bdi class="flex-1 min-w-0 truncate">{props.channel.name}</bdi>
        <Show when={unread()}>
          <span class="sr-only">{t("shell.unread")}</span>
        </Show>
        <Show when={mentions()}>
          <Badge kind="mention" label={t("shell.mentions", { count: mentions() })}>
            {Math.min(mentions(), 99)}
          </Badge>
        </Show>
      </Link>
      <Show when={app.rights.mayIn("manageChannels", props.channel.id)}>
        <IconButton
          label={t("shell.channelSettings", { channel: props.channel.name })}
          size="sm"
          class={`absolute end-1 op-0 focus-visible:op-100 ${mentions() ? "" : "group-hover:op-100"} max-md:hidden`}
          onClick={() => app.overlays.open({ kind: "channel-settings", channel: props.channel.id })}
        >
          <Settings size={15} />
        </IconButton>
      </Show>
    </div>
  );
}
