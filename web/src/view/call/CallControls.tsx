import HeadphoneOff from "lucide-solid/icons/headphone-off";
import Headphones from "lucide-solid/icons/headphones";
import Mic from "lucide-solid/icons/mic";
import MicOff from "lucide-solid/icons/mic-off";
import Music from "lucide-solid/icons/music";
import PhoneOff from "lucide-solid/icons/phone-off";
import ScreenShare from "lucide-solid/icons/screen-share";
import ScreenShareOff from "lucide-solid/icons/screen-share-off";
import Settings from "lucide-solid/icons/settings-2";
import Video from "lucide-solid/icons/video";
import VideoOff from "lucide-solid/icons/video-off";
import { createSignal, lazy, Show, Suspense } from "solid-js";
import { t } from "~/i18n";
import { useApp } from "~/state/app";
import type { CallPlace } from "~/state/call";
import { CallButton } from "./CallButton";

const ShareMenu = lazy(() => import("./ShareMenu"));
const SoundPicker = lazy(() => import("../sounds/SoundPicker"));
const CallSettings = lazy(() => import("./CallSettings"));

/** Browsers of phones give no screens. */
const CAPTURES = "getDisplayMedia" in (navigator.mediaDevices ?? {});

/** What one sends into the call: below the faces, and in the sidebar while something else is open. */
export function CallControls(props: { place: CallPlace; large: boolean }) {
  const app = useApp();
  const [sharing, openSharing] = createSignal<HTMLElement>();
  const [settings, openSettings] = createSignal<HTMLElement>();
  const [sounds, openSounds] = createSignal<HTMLElement>();
  const self = app.call.self;
  const maySound = () =>
    props.place.guild !== props.place.channel &&
    app.rights.mayIn("speak", props.place.channel) &&
    app.rights.mayIn("useSoundboard", props.place.channel);
  const mayShow = () => app.rights.mayIn("stream", props.place.channel);
  const share = (button: HTMLElement) =>
    self.stream ? void app.call.share(undefined) : openSharing(sharing() ? undefined : button);
  return (
    <div
      role="toolbar"
      aria-label={t("call.controls")}
      class="flex items-center shrink-0"
      classList={{
        "justify-center flex-wrap gap-2.5 max-md:gap-2": props.large,
        "justify-between": !props.large,
      }}
    >
      <CallButton
        large={props.large}
        label={t("call.mute")}
        pressed={self.mute}
        tone={self.mute ? "off" : "plain"}
        onClick={() => app.call.mute(!self.mute)}
      >
        {self.mute ? <MicOff size={20} /> : <Mic size={20} />}
      </CallButton>
      <CallButton
        large={props.large}
        label={t("call.deafen")}
        pressed={self.deaf}
        tone={self.deaf ? "off" : "plain"}
        onClick={() => app.call.deafen(!self.deaf)}
      >
        {self.deaf ? <HeadphoneOff size={20} /> : <Headphones size={20} />}
      </CallButton>
      <CallButton
        large={props.large}
        label={t("call.camera")}
        pressed={self.video}
        disabled={!mayShow()}
        tone={self.video ? "on" : "plain"}
        onClick={() => void app.call.video(!self.video)}
      >
        {self.video ? <Video size={20} /> : <VideoOff size={20} />}
      </CallButton>
      <CallButton
        large={props.large}
        label={t(self.stream ? "call.stopSharing" : "call.share")}
        pressed={self.stream}
        disabled={!mayShow() || !CAPTURES}
        tone={self.stream ? "on" : "plain"}
        onClick={share}
      >
        {self.stream ? <ScreenShareOff size={20} /> : <ScreenShare size={20} />}
      </CallButton>
      <CallButton
        large={props.large}
        label={t("sounds.board")}
        disabled={!maySound()}
        onClick={(button) => openSounds(sounds() ? undefined : button)}
      >
        <Music size={20} />
      </CallButton>
      <CallButton
        large={props.large}
        label={t("call.settings")}
        onClick={(button) => openSettings(settings() ? undefined : button)}
      >
        <Settings size={20} />
      </CallButton>
      <Show when={props.large}>
        <CallButton large tone="end" label={t("call.leave")} onClick={() => app.call.leave()}>
          <PhoneOff size={20} />
        </CallButton>
      </Show>
      <Suspense>
        <Show when={sharing()}>
          {(anchor) => <ShareMenu anchor={anchor()} onClose={() => openSharing(undefined)} />}
        </Show>
        <Show when={sounds()}>
          {(anchor) => (
            <SoundPicker place={props.place} anchor={anchor()} onClose={() => openSounds(undefined)} />
          )}
        </Show>
        <Show when={settings()}>
          {(anchor) => <CallSettings anchor={anchor()} onClose={() => openSettings(undefined)} />}
        </Show>
      </Suspense>
    </div>
  );
}
