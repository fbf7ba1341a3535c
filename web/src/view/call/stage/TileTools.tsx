import EyeOff from "lucide-solid/icons/eye-off";
import Maximize from "lucide-solid/icons/maximize";
import Minimize from "lucide-solid/icons/minimize";
import PictureInPicture from "lucide-solid/icons/picture-in-picture-2";
import Pin from "lucide-solid/icons/pin";
import PinOff from "lucide-solid/icons/pin-off";
import SlidersHorizontal from "lucide-solid/icons/sliders-horizontal";
import Volume from "lucide-solid/icons/volume-2";
import { createSignal, lazy, onCleanup, Show, Suspense } from "solid-js";
import type { Id } from "~/api/types";
import { volumeKey } from "~/call/volumes";
import { t } from "~/i18n";
import { useApp } from "~/state/app";
import { IconButton } from "~/ui/IconButton";
import type { Picture } from "./createStage";

const VolumePopover = lazy(() => import("./VolumePopover"));
const ShareMenu = lazy(() => import("../ShareMenu"));

interface ToolsProps {
  user: Id;
  picture: Picture;
  guild: Id;
  label: string;
  self: boolean;
  pinned: boolean;
  figure: HTMLElement | undefined;
  stream: MediaStream | undefined;
  onPin(on: boolean): void;
}

/** What can be done with a tile. It comes with the pointer or the keyboard, and is always there under a finger. */
export function TileTools(props: ToolsProps) {
  const app = useApp();
  const [volume, openVolume] = createSignal<HTMLElement>();
  const [full, setFull] = createSignal(false);
  const looked = () => setFull(document.fullscreenElement === props.figure);
  document.addEventListener("fullscreenchange", looked);
  onCleanup(() => document.removeEventListener("fullscreenchange", looked));
  const floating = () => {
    const now = app.call.floating();
    return now?.user === props.user && now.source === props.picture;
  };
  const [shaping, openShaping] = createSignal<HTMLElement>();
  const sounds = () =>
    !props.self &&
    (props.picture === "camera" ||
      (watching() && app.call.tracks(props.user).some((one) => one.source === "screen_sound")));
  const watching = () => props.picture === "screen" && !props.self && props.stream;
  const unwatch = () => {
    app.call.unwatch(props.user, "screen");
    app.call.unwatch(props.user, "screen_sound");
    props.onPin(false);
  };
  return (
    <div
      class="absolute end-2 top-2 flex gap-0.5 rounded-sm bg-bg-0 op-0 group-hover:op-100 focus-within:op-100 pointer-coarse:op-100 max-md:op-100"
      classList={{ "op-100!": volume() !== undefined || shaping() !== undefined }}
    >
      <Show when={sounds()}>
        <IconButton
          label={t("call.volumeOf", { name: props.label })}
          size="sm"
          aria-haspopup="dialog"
          aria-expanded={volume() !== undefined}
          onClick={(event) => openVolume(volume() ? undefined : event.currentTarget)}
        >
          <Volume size={16} />
        </IconButton>
      </Show>
      <Show when={props.self && app.call.shared()}>
        <Show when={props.picture === "screen"}>
          <IconButton
            label={t("voice.reshape")}
            size="sm"
            aria-haspopup="dialog"
            aria-expanded={shaping() !== undefined}
            onClick={(event) => openShaping(shaping() ? undefined : event.currentTarget)}
          >
            <SlidersHorizontal size={16} />
          </IconButton>
        </Show>
      </Show>
      <Show when={watching()}>
        <IconButton label={t("call.unwatch")} size="sm" onClick={unwatch}>
          <EyeOff size={16} />
        </IconButton>
      </Show>
      <Show when={props.stream}>
        <IconButton
          label={t("call.pip")}
          size="sm"
          pressed={floating()}
          onClick={() =>
            floating() ? app.call.unfloat() : app.call.float({ user: props.user, source: props.picture })
          }
        >
          <PictureInPicture size={16} />
        </IconButton>
      </Show>
      <Show when={document.fullscreenEnabled && props.stream}>
        <IconButton
          label={t(full() ? "voice.leaveFullscreen" : "call.fullscreen")}
          size="sm"
          onClick={() => void toggleFullscreen(props.figure)}
        >
          {full() ? <Minimize size={16} /> : <Maximize size={16} />}
        </IconButton>
      </Show>
      <IconButton
        label={t(props.pinned ? "call.unpin" : "call.pin", { name: props.label })}
        size="sm"
        onClick={() => props.onPin(!props.pinned)}
      >
        {props.pinned ? <PinOff size={16} /> : <Pin size={16} />}
      </IconButton>
      <Show when={shaping()}>
        {(anchor) => (
          <Suspense>
            <ShareMenu anchor={anchor()} now={app.call.shared()} onClose={() => openShaping(undefined)} />
          </Suspense>
        )}
      </Show>
      <Show when={volume()}>
        {(anchor) => (
          <Suspense>
            <VolumePopover
              anchor={anchor()}
              volume={volumeKey(props.user, props.picture)}
              name={props.label}
              onClose={() => openVolume(undefined)}
            />
          </Suspense>
        )}
      </Show>
    </div>
  );
}

const toggleFullscreen = (figure: HTMLElement | undefined) =>
  document.fullscreenElement ? document.exitFullscreen() : figure?.requestFullscreen();
