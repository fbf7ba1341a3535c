import EyeOff from "lucide-solid/icons/eye-off";
import Maximize from "lucide-solid/icons/maximize";
import PictureInPicture from "lucide-solid/icons/picture-in-picture-2";
import Pin from "lucide-solid/icons/pin";
import PinOff from "lucide-solid/icons/pin-off";
import Volume from "lucide-solid/icons/volume-2";
import { createSignal, Show } from "solid-js";
import type { Id } from "~/api/types";
import { t } from "~/i18n";
import { useApp } from "~/state/app";
import { IconButton } from "~/ui/IconButton";
import type { Picture } from "./createStage";
import { floatVideo } from "./floating";
import { VolumePopover } from "./VolumePopover";

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
  const watching = () => props.picture === "screen" && !props.self && props.stream;
  const unwatch = () => {
    app.call.unwatch(props.user, "screen");
    app.call.unwatch(props.user, "screen_sound");
    props.onPin(false);
  };
  return (
    <div
      class="absolute end-2 top-2 flex gap-0.5 rounded-sm bg-bg-0 op-0 group-hover:op-100 focus-within:op-100 pointer-coarse:op-100 max-md:op-100"
      classList={{ "op-100!": volume() !== undefined }}
    >
      <Show when={!props.self && props.picture === "camera"}>
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
      <Show when={watching()}>
        <IconButton label={t("call.unwatch")} size="sm" onClick={unwatch}>
          <EyeOff size={16} />
        </IconButton>
      </Show>
      <Show when={document.pictureInPictureEnabled && props.stream} keyed>
        {(stream) => (
          <IconButton label={t("call.pip")} size="sm" onClick={() => void floatVideo(stream)}>
            <PictureInPicture size={16} />
          </IconButton>
        )}
      </Show>
      <Show when={document.fullscreenEnabled && props.stream}>
        <IconButton
          label={t("call.fullscreen")}
          size="sm"
          onClick={() => void toggleFullscreen(props.figure)}
        >
          <Maximize size={16} />
        </IconButton>
      </Show>
      <IconButton
        label={t(props.pinned ? "call.unpin" : "call.pin", { name: props.label })}
        size="sm"
        onClick={() => props.onPin(!props.pinned)}
      >
        {props.pinned ? <PinOff size={16} /> : <Pin size={16} />}
      </IconButton>
      <Show when={volume()}>
        {(anchor) => (
          <VolumePopover
            anchor={anchor()}
            user={props.user}
            name={props.label}
            onClose={() => openVolume(undefined)}
          />
        )}
      </Show>
    </div>
  );
}

const toggleFullscreen = (figure: HTMLElement | undefined) =>
  document.fullscreenElement ? document.exitFullscreen() : figure?.requestFullscreen();
