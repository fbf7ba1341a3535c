import Mic from "lucide-solid/icons/mic";
import MicOff from "lucide-solid/icons/mic-off";
import PhoneOff from "lucide-solid/icons/phone-off";
import { Show } from "solid-js";
import { t } from "~/i18n";
import { useApp } from "~/state/app";
import type { CallPlace } from "~/state/call";
import { HOME } from "~/state/home";
import { createMedia } from "~/ui/createMedia";
import { IconButton } from "~/ui/IconButton";
import { Link } from "../Link";
import { Recording } from "../record/Recording";
import { NARROW } from "../shell/Drawer";
import { STATE } from "./VoiceBar";

/** On a phone the sidebar is away, so the call that goes on elsewhere has a strip above what one reads. */
export function CallStrip(props: { place: CallPlace }) {
  const app = useApp();
  const guild = () => (props.place.guild === props.place.channel ? HOME : props.place.guild);
  const live = () => app.call.status() === "connected";
  const narrow = createMedia(NARROW.channels);
  const away = () => app.openChannel() !== props.place.channel || !live() || app.call.recording();
  const name = () => app.channels.of(props.place.channel)?.name ?? "";
  return (
    <Show when={narrow() && away()}>
      <section
        aria-label={t("voice.strip")}
        class="flex flex-wrap items-center gap-1 shrink-0 ps-4 pe-2 min-h-11 bg-bg-1 border-b border-line text-sm"
      >
        <Link
          to={{ at: "channel", guild: guild(), channel: props.place.channel }}
          onGo={app.layout.closeDrawer}
          class="flex-1 min-w-0 truncate"
          classList={{ "text-ok": live(), "text-warn": !live() }}
        >
          <span class="font-semibold">{t(STATE[app.call.status()])}</span>
          <bdi class="text-fg-1">{` · ${name()}`}</bdi>
        </Link>
        <IconButton
          label={t("call.mute")}
          pressed={app.call.self.mute}
          class={app.call.self.mute ? "text-danger!" : ""}
          onClick={() => app.call.mute(!app.call.self.mute)}
        >
          {app.call.self.mute ? <MicOff size={19} /> : <Mic size={19} />}
        </IconButton>
        <IconButton label={t("call.leave")} danger onClick={() => app.call.leave()}>
          <PhoneOff size={19} />
        </IconButton>
        <div class="w-full -ms-2 empty:hidden">
          <Recording />
        </div>
      </section>
    </Show>
  );
}
