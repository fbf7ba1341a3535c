import HeadphoneOff from "lucide-solid/icons/headphone-off";
import Headphones from "lucide-solid/icons/headphones";
import Mic from "lucide-solid/icons/mic";
import MicOff from "lucide-solid/icons/mic-off";
import PhoneOff from "lucide-solid/icons/phone-off";
import ScreenShare from "lucide-solid/icons/screen-share";
import ScreenShareOff from "lucide-solid/icons/screen-share-off";
import Settings from "lucide-solid/icons/settings-2";
import Signal from "lucide-solid/icons/signal";
import Video from "lucide-solid/icons/video";
import VideoOff from "lucide-solid/icons/video-off";
import { createSignal, lazy, Show, Suspense } from "solid-js";
import { t } from "~/i18n";
import { useApp } from "~/state/app";
import type { CallPlace } from "~/state/call";
import { HOME } from "~/state/home";
import { IconButton } from "~/ui/IconButton";
import { Link } from "../Link";

const ShareMenu = lazy(() => import("./ShareMenu"));
const CallSettings = lazy(() => import("./CallSettings"));

const TROUBLE = {
  microphone: "call.troubleMicrophone",
  camera: "call.troubleCamera",
  screen: "call.troubleScreen",
  "put out": "call.troublePutOut",
  elsewhere: "call.troubleElsewhere",
} as const;

/** The call one is in: how it is doing, and what one sends into it. */
export function VoiceBar() {
  const app = useApp();
  return (
    <>
      <Show when={app.call.trouble()}>
        {(what) => (
          <p role="alert" class="shrink-0 px-4 py-2 text-sm text-warn border-t border-line">
            {t(TROUBLE[what()])}
          </p>
        )}
      </Show>
      <Show when={app.call.place()}>{(place) => <Bar place={place()} />}</Show>
    </>
  );
}

function Bar(props: { place: CallPlace }) {
  const app = useApp();
  const [sharing, openSharing] = createSignal<HTMLElement>();
  const [settings, openSettings] = createSignal<HTMLElement>();
  const name = () => app.channels.of(props.place.channel)?.name ?? "";
  const guild = () => (props.place.guild === props.place.channel ? HOME : props.place.guild);
  const live = () => app.call.status() === "connected";
  const state = () =>
    t(
      live()
        ? "call.connected"
        : app.call.status() === "joining"
          ? "call.joining"
          : app.call.status() === "lost"
            ? "call.lost"
            : "call.connecting",
    );
  const quality = () => {
    const now = app.call.quality();
    return now && live()
      ? t("call.quality", {
          rtt: Math.round(now.rttMs),
          loss: Math.round(now.loss * 100),
          down: Math.round(now.down / 1_000),
          up: Math.round(now.up / 1_000),
        })
      : undefined;
  };
  const brief = () => {
    const now = app.call.quality();
    return now
      ? `${Math.round(now.rttMs)} ms · ${Math.round(now.loss * 100)} % · ↓ ${Math.round(now.down / 1_000)} ↑ ${Math.round(now.up / 1_000)} kbit/s`
      : "";
  };
  const share = (button: HTMLElement) =>
    app.call.self.stream ? void app.call.share(undefined) : openSharing(button);
  return (
    <section aria-label={t("call.bar")} class="shrink-0 px-2 pt-2 pb-1 border-t border-line">
      <div class="flex items-center gap-1 ps-2">
        <div class="flex-1 min-w-0">
          <p
            role="status"
            class="flex items-center gap-1.5 text-sm font-semibold"
            classList={{ "text-ok": live(), "text-warn": !live() }}
          >
            <Signal size={15} aria-hidden="true" />
            {state()}
          </p>
          <Link
            to={{ at: "channel", guild: guild(), channel: props.place.channel }}
            onGo={app.layout.closeDrawer}
            class="block truncate text-xs text-fg-2"
          >
            <bdi>{t("call.inChannel", { channel: name() })}</bdi>
          </Link>
          <Show when={quality()}>
            <p class="truncate text-xs tabular-nums text-fg-2" title={quality()}>
              <span class="sr-only">{quality()}</span>
              <span aria-hidden="true">{brief()}</span>
            </p>
          </Show>
        </div>
        <IconButton label={t("call.leave")} danger onClick={() => app.call.leave()}>
          <PhoneOff size={18} />
        </IconButton>
      </div>
      <div class="flex items-center justify-between mt-1">
        <IconButton
          label={t("call.mute")}
          pressed={app.call.self.mute}
          class={app.call.self.mute ? "text-danger!" : ""}
          onClick={() => app.call.mute(!app.call.self.mute)}
        >
          {app.call.self.mute ? <MicOff size={18} /> : <Mic size={18} />}
        </IconButton>
        <IconButton
          label={t("call.deafen")}
          pressed={app.call.self.deaf}
          class={app.call.self.deaf ? "text-danger!" : ""}
          onClick={() => app.call.deafen(!app.call.self.deaf)}
        >
          {app.call.self.deaf ? <HeadphoneOff size={18} /> : <Headphones size={18} />}
        </IconButton>
        <IconButton
          label={t("call.camera")}
          pressed={app.call.self.video}
          disabled={!app.rights.mayIn("stream", props.place.channel)}
          class={app.call.self.video ? "text-ok!" : ""}
          onClick={() => void app.call.video(!app.call.self.video)}
        >
          {app.call.self.video ? <Video size={18} /> : <VideoOff size={18} />}
        </IconButton>
        <IconButton
          label={t(app.call.self.stream ? "call.stopSharing" : "call.share")}
          pressed={app.call.self.stream}
          disabled={!app.rights.mayIn("stream", props.place.channel)}
          class={app.call.self.stream ? "text-ok!" : ""}
          onClick={(event) => share(event.currentTarget)}
        >
          {app.call.self.stream ? <ScreenShareOff size={18} /> : <ScreenShare size={18} />}
        </IconButton>
        <IconButton label={t("call.settings")} onClick={(event) => openSettings(event.currentTarget)}>
          <Settings size={18} />
        </IconButton>
      </div>
      <Suspense>
        <Show when={sharing()}>
          {(anchor) => <ShareMenu anchor={anchor()} onClose={() => openSharing(undefined)} />}
        </Show>
        <Show when={settings()}>
          {(anchor) => <CallSettings anchor={anchor()} onClose={() => openSettings(undefined)} />}
        </Show>
      </Suspense>
    </section>
  );
}
