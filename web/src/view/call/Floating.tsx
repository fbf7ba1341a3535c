import ArrowUpDown from "lucide-solid/icons/arrow-up-down";
import X from "lucide-solid/icons/x";
import { createEffect, createSignal, onCleanup, onMount } from "solid-js";
import { t } from "~/i18n";
import { useApp } from "~/state/app";
import type { CallPlace } from "~/state/call";
import type { ChosenPicture } from "~/state/callScene";
import { HOME } from "~/state/home";
import { IconButton } from "~/ui/IconButton";
import { Link } from "../Link";

/**
 * A picture of the call in a window of its own that stays while one is elsewhere. Where the browser makes no such windows it lies
 * over the page in a corner. It follows its person: after a loss of the connection it goes on with the new picture.
 */
export default function Floating(props: { picture: ChosenPicture; place: CallPlace }) {
  const app = useApp();
  const [outside, setOutside] = createSignal(false);
  const [above, setAbove] = createSignal(false);
  let video!: HTMLVideoElement;
  const stream = () => app.call.stream(props.picture.user, props.picture.source);
  const name = () => app.members.name(props.place.guild, props.picture.user);
  const label = () => (props.picture.source === "screen" ? t("call.screenOf", { name: name() }) : name());
  const guild = () => (props.place.guild === props.place.channel ? HOME : props.place.guild);
  createEffect(() => {
    video.srcObject = stream() ?? null;
    if (stream()) void video.play().catch(() => undefined);
  });
  // What is not sent any more is not waited for; a connection that is lost is.
  createEffect(() => {
    const state = app.voice.of(props.place.guild, props.picture.user);
    if (state && !(props.picture.source === "screen" ? state.self_stream : state.self_video))
      app.call.unfloat();
  });
  onMount(async () => {
    try {
      await pictured(video);
      await video.requestPictureInPicture();
      setOutside(true);
    } catch {
      // Shown in the page then.
      setOutside(false);
    }
  });
  onCleanup(() => {
    if (document.pictureInPictureElement === video)
      void document.exitPictureInPicture().catch(() => undefined);
    video.srcObject = null;
  });
  return (
    <section
      aria-label={t("voice.floating", { name: label() })}
      inert={outside()}
      class="fixed end-4 z-15 aspect-video bg-bg-0 rounded-lg border border-line shadow-high overflow-hidden"
      classList={{
        "w-80 max-md:w-56": !outside(),
        "w-px op-0 pointer-events-none": outside(),
        // Neither over the line in which one writes nor over the call's own controls.
        "bottom-24": !above(),
        "top-16": above(),
      }}
    >
      <video
        ref={video}
        autoplay
        muted
        playsinline
        aria-label={label()}
        class="w-full h-full object-contain"
        on:leavepictureinpicture={app.call.unfloat}
      />
      <div class="absolute inset-x-0 top-0 flex items-center gap-0.5 p-1">
        <Link
          to={{ at: "channel", guild: guild(), channel: props.place.channel }}
          class="flex-1 min-w-0 truncate px-2 py-1 rounded-sm bg-bg-0 text-xs text-fg-0"
        >
          <bdi>{label()}</bdi>
        </Link>
        <span class="flex rounded-sm bg-bg-0">
          <IconButton label={t("voice.otherCorner")} size="sm" onClick={() => setAbove(!above())}>
            <ArrowUpDown size={15} />
          </IconButton>
          <IconButton label={t("voice.unfloat")} size="sm" onClick={() => app.call.unfloat()}>
            <X size={16} />
          </IconButton>
        </span>
      </div>
    </section>
  );
}

/** Resolves when there is something to see; a window of its own cannot be had before. */
const pictured = (video: HTMLVideoElement) =>
  video.readyState >= HTMLMediaElement.HAVE_METADATA
    ? Promise.resolve()
    : new Promise<void>((seen) => video.addEventListener("loadedmetadata", () => seen(), { once: true }));
