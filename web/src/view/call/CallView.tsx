import LayoutGrid from "lucide-solid/icons/layout-grid";
import MessageSquare from "lucide-solid/icons/message-square";
import UserSquare from "lucide-solid/icons/square-user";
import { createSignal, Show } from "solid-js";
import type { Channel, Guild } from "~/api/types";
import { t } from "~/i18n";
import { useApp } from "~/state/app";
import { IconButton } from "~/ui/IconButton";
import { ChannelView } from "../channel/ChannelView";
import { ChannelIcon } from "../shell/ChannelIcon";
import { DrawerButton } from "../shell/nowhere";
import { CallRoom } from "./CallRoom";

/** A voice channel: those inside, their screens, and the channel's own chat beside them. */
export default function CallView(props: { channel: Channel; guild: Guild }) {
  const app = useApp();
  const [chat, showChat] = createSignal(false);
  return (
    <div class="flex flex-1 min-w-0 min-h-0">
      <section
        class="flex flex-col flex-1 min-w-0 min-h-0"
        classList={{ "max-lg:hidden": chat() }}
        aria-label={props.channel.name}
      >
        <header class="flex items-center gap-1 h-13 shrink-0 ps-4 max-md:ps-1 pe-2 border-b border-line">
          <DrawerButton />
          <ChannelIcon channel={props.channel} size={20} />
          <h1 class="flex-1 min-w-0 ms-1 truncate text-[0.9375rem] font-bold tracking-[-0.012em]">
            <bdi>{props.channel.name}</bdi>
          </h1>
          <ViewSwitch />
          <span class="relative inline-flex">
            <IconButton
              label={t(app.reads.unread(props.channel.id) ? "call.chatUnread" : "call.chat")}
              side="bottom"
              pressed={chat()}
              onClick={() => showChat(!chat())}
            >
              <MessageSquare size={19} />
            </IconButton>
            <Show when={app.reads.unread(props.channel.id) && !chat()}>
              <span class="absolute end-1.5 top-1.5 w-2 h-2 rounded-full bg-accent pointer-events-none" />
            </Show>
          </span>
        </header>
        <CallRoom channel={props.channel} guild={props.guild.id} />
      </section>
      <Show when={chat()}>
        <aside
          class="flex w-100 max-lg:w-full shrink-0 min-h-0 lg:border-s border-line"
          aria-label={t("call.chat")}
        >
          <ChannelView channel={props.channel} guild={props.guild} beside onClose={() => showChat(false)} />
        </aside>
      </Show>
    </div>
  );
}

/** Everybody alike, or who speaks large. */
export function ViewSwitch() {
  const app = useApp();
  const speaker = () => app.call.settings.values.view === "speaker";
  return (
    <IconButton
      label={t("call.speakerView")}
      side="bottom"
      pressed={speaker()}
      onClick={() => app.call.settings.save({ view: speaker() ? "grid" : "speaker" })}
    >
      {speaker() ? <UserSquare size={19} /> : <LayoutGrid size={19} />}
    </IconButton>
  );
}
