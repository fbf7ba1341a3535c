import Eye from "lucide-solid/icons/eye";
import { createEffect, createSignal, onCleanup, Show } from "solid-js";
import { avatarUrl } from "~/api/cdn";
import type { Id } from "~/api/types";
import { layerFor, PAUSED } from "~/call/layers";
import { t } from "~/i18n";
import { useApp } from "~/state/app";
import { Avatar } from "~/ui/Avatar";
import { Button } from "~/ui/Button";
import type { Picture } from "./createStage";
import { TileCaption } from "./TileCaption";
import { TileTools } from "./TileTools";

interface TileProps {
  user: Id;
  picture: Picture;
  guild: Id;
  large: boolean;
  pinned: boolean;
  onPin(on: boolean): void;
}

/** Somebody's face or screen. How large it is drawn decides which layer of it is asked for. */
export function Tile(props: TileProps) {
  const app = useApp();
  const [figure, setFigure] = createSignal<HTMLElement>();
  const self = () => props.user === app.session.me()?.id;
  const name = () => app.members.name(props.guild, props.user);
  const label = () => (props.picture === "screen" ? t("call.screenOf", { name: name() }) : name());
  const stream = () => app.call.stream(props.user, props.picture);
  const speaking = () => props.picture === "camera" && app.call.speaking(props.user);
  const foreign = () => props.picture === "screen" && !self();
  const watch = () => {
    app.call.watch(props.user, "screen");
    app.call.watch(props.user, "screen_sound");
    props.onPin(true);
  };
  const show = (element: HTMLVideoElement) => {
    createEffect(() => {
      element.srcObject = stream() ?? null;
    });
    if (self() || props.picture === "screen") return;
    const sizes = new ResizeObserver(([entry]) => {
      const width = (entry?.contentRect.width ?? 0) * devicePixelRatio;
      app.call.prefer(props.user, "camera", layerFor(width));
    });
    sizes.observe(element);
    // A face that is drawn anew elsewhere is measured there right after this.
    onCleanup(() => {
      sizes.disconnect();
      if (app.call.floating()?.user !== props.user) app.call.prefer(props.user, "camera", PAUSED);
    });
  };
  return (
    <figure
      ref={setFigure}
      aria-label={label()}
      data-speaking={speaking()}
      class="group relative flex flex-1 min-w-0 items-center justify-center rounded-lg overflow-hidden bg-bg-1 border-3 transition-colors"
      classList={{ "border-ok": speaking(), "border-transparent": !speaking() }}
    >
      <Show
        when={stream()}
        fallback={
          <Show when={foreign()} fallback={<Face user={props.user} name={name()} large={props.large} />}>
            <Button kind="secondary" size="sm" class="max-w-[90%]" icon={<Eye size={17} />} onClick={watch}>
              <bdi class="truncate">{t("call.watch", { name: name() })}</bdi>
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
            "object-cover": props.picture === "camera" && !props.large,
            "object-contain": props.picture === "screen" || props.large,
            "-scale-x-100": self() && props.picture === "camera",
          }}
        />
      </Show>
      <TileCaption {...props} label={label()} self={self()} />
      <TileTools {...props} label={label()} self={self()} figure={figure()} stream={stream()} />
    </figure>
  );
}

function Face(props: { user: Id; name: string; large: boolean }) {
  const app = useApp();
  return (
    <Avatar
      id={props.user}
      name={props.name}
      src={avatarUrl(app.members.user(props.user))}
      size={props.large ? 120 : 64}
    />
  );
}
