import Eye from "lucide-solid/icons/eye";
import PictureInPicture from "lucide-solid/icons/picture-in-picture-2";
import Pin from "lucide-solid/icons/pin";
import PinOff from "lucide-solid/icons/pin-off";
import { createEffect, onCleanup, Show } from "solid-js";
import { avatarUrl } from "~/api/cdn";
import type { VoiceState } from "~/api/types";
import { t } from "~/i18n";
import { useApp } from "~/state/app";
import { Avatar } from "~/ui/Avatar";
import { Button } from "~/ui/Button";
import { IconButton } from "~/ui/IconButton";
import { Signs } from "./VoiceRow";

interface TileProps {
  state: VoiceState;
  source: "camera" | "screen";
  large?: boolean;
  pinned?: boolean;
  onPin(): void;
}

const SMALLEST = 0;
const MIDDLE = 1;
const LARGEST = 2;

/** Somebody's face or screen. How large it is drawn decides which layer of it is asked for. */
export function Tile(props: TileProps) {
  const app = useApp();
  let video: HTMLVideoElement | undefined;
  const user = () => props.state.user_id;
  const self = () => user() === app.session.me()?.id;
  const name = () => app.members.name(props.state.guild_id, user());
  const label = () => (props.source === "screen" ? t("call.screenOf", { name: name() }) : name());
  const stream = () => app.call.stream(user(), props.source);
  const speaking = () => props.source === "camera" && app.call.speaking(user());
  const watching = () => props.source === "screen" && !self() && Boolean(stream());
  const watch = () => {
    app.call.watch(user(), "screen");
    app.call.watch(user(), "screen_sound");
  };
  const unwatch = () => {
    app.call.unwatch(user(), "screen");
    app.call.unwatch(user(), "screen_sound");
  };
  const show = (element: HTMLVideoElement) => {
    video = element;
    createEffect(() => {
      element.srcObject = stream() ?? null;
    });
    const sizes = new ResizeObserver(([entry]) => {
      const width = (entry?.contentRect.width ?? 0) * devicePixelRatio;
      const layer = width > 800 ? LARGEST : width > 400 ? MIDDLE : SMALLEST;
      if (!self() && props.source === "camera") app.call.prefer(user(), "camera", layer);
    });
    sizes.observe(element);
    onCleanup(() => sizes.disconnect());
  };
  return (
    <figure
      aria-label={label()}
      class="group relative flex flex-1 min-w-0 items-center justify-center rounded-lg overflow-hidden bg-bg-1 border border-line transition-shadow"
      classList={{ "shadow-[0_0_0_3px_var(--ok)]": speaking() }}
    >
      <Show
        when={stream()}
        fallback={
          <Show
            when={props.source === "screen" && !self()}
            fallback={
              <Avatar
                id={user()}
                name={name()}
                src={avatarUrl(app.members.user(user()))}
                size={props.large ? 120 : 72}
              />
            }
          >
            <Button kind="secondary" icon={<Eye size={17} />} onClick={watch}>
              {t("call.watch", { name: name() })}
            </Button>
          </Show>
        }
      >
        <video
          ref={show}
          autoplay
          muted
          playsinline
          aria-label={label()}
          class="absolute inset-0 w-full h-full"
          classList={{
            "object-cover": props.source === "camera",
            "object-contain": props.source === "screen",
            "-scale-x-100": self() && props.source === "camera",
          }}
        />
      </Show>
      <figcaption class="absolute start-2 bottom-2 flex items-center gap-1.5 max-w-[calc(100%-1rem)] px-2 py-1 rounded-sm bg-bg-0 text-sm text-fg-0">
        <bdi class="truncate">{label()}</bdi>
        <Show when={props.source === "camera"}>
          <Signs state={props.state} />
        </Show>
        <Show when={props.source === "screen" && self()}>
          <span class="text-fg-2">{t("call.watchers", { count: app.call.viewers().length })}</span>
        </Show>
      </figcaption>
      <div class="absolute end-2 top-2 flex gap-1 rounded-sm bg-bg-0 op-0 group-hover:op-100 focus-within:op-100 max-md:op-100">
        <Show when={!self() && props.source === "camera"}>
          <input
            type="range"
            class="w-20 mx-1"
            min={0}
            max={100}
            aria-label={t("call.volumeOf", { name: name() })}
            value={Math.round((app.call.settings.values.volumes[user()] ?? 1) * 100)}
            onInput={(event) => app.call.volume(user(), event.currentTarget.valueAsNumber / 100)}
          />
        </Show>
        <Show when={watching()}>
          <IconButton label={t("call.unwatch")} size="sm" onClick={unwatch}>
            <Eye size={16} />
          </IconButton>
        </Show>
        <Show when={stream() && document.pictureInPictureEnabled}>
          <IconButton label={t("call.pip")} size="sm" onClick={() => void video?.requestPictureInPicture()}>
            <PictureInPicture size={16} />
          </IconButton>
        </Show>
        <IconButton
          label={t(props.pinned ? "call.unpin" : "call.pin", { name: label() })}
          size="sm"
          onClick={props.onPin}
        >
          {props.pinned ? <PinOff size={16} /> : <Pin size={16} />}
        </IconButton>
      </div>
    </figure>
  );
}
