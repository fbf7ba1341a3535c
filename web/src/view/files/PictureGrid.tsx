import { createSignal, For, Show } from "solid-js";
import type { Attachment, Message } from "~/api/types";
import { t } from "~/i18n";
import { useApp } from "~/state/app";
import { AltBadge } from "./AltBadge";
import { addressOf, isSpoiler, smallOf } from "./address";
import { thumbHashUrl } from "./thumbhash";

const ONE_PX = { width: 520, height: 360 };
const MANY_PX = { width: 260, height: 200 };

interface PictureGridProps {
  pictures: Attachment[];
  message: Message;
  onOpen: (picture: Attachment) => void;
}

/** One picture in its own shape; several cut to tiles. */
export function PictureGrid(props: PictureGridProps) {
  const one = () => props.pictures.length === 1;
  return (
    <div
      class="grid gap-1 max-w-full rounded-md overflow-hidden"
      style={{
        "grid-template-columns": `repeat(${Math.min(3, props.pictures.length)}, minmax(0, 1fr))`,
        width: one() ? undefined : "32rem",
      }}
    >
      <For each={props.pictures}>
        {(picture) => (
          <div class="group/picture relative max-w-full">
            <Picture file={picture} alone={one()} onOpen={() => props.onOpen(picture)} />
            <AltBadge
              file={picture}
              message={props.message}
              inside={!one() || ((picture.width ?? 0) > 120 && (picture.height ?? 0) > 90)}
            />
          </div>
        )}
      </For>
    </div>
  );
}

/** Its place is kept before it is there, so nothing jumps. */
function Picture(props: { file: Attachment; alone: boolean; onOpen: () => void }) {
  const app = useApp();
  const [shown, show] = createSignal(!isSpoiler(props.file));
  const [loaded, setLoaded] = createSignal(false);
  const [renewed, renew] = createSignal<string>();
  const box = () => (props.alone ? ONE_PX : MANY_PX);
  const scale = () =>
    Math.min(1, box().width / (props.file.width ?? 1), box().height / (props.file.height ?? 1));
  const place = () =>
    props.alone
      ? {
          width: `${Math.max(48, Math.round((props.file.width ?? 1) * scale()))}px`,
          "aspect-ratio": `${props.file.width} / ${props.file.height}`,
        }
      : { "aspect-ratio": "1" };
  const source = () => renewed() ?? smallOf(props.file, box().width, box().height);
  // An address ends after a day; somebody who left the page open gets a new one.
  const failed = async () => {
    if (renewed()) return;
    const fresh = await app.api.uploads.refresh(props.file.url).catch(() => undefined);
    if (fresh) renew(addressOf(fresh));
  };
  return (
    <button
      type="button"
      class="relative block max-w-full overflow-hidden bg-bg-3 cursor-zoom-in rounded-md"
      style={{
        ...place(),
        "background-image": loaded() ? undefined : thumbHashUrl(props.file.placeholder),
        "background-size": "cover",
      }}
      aria-label={shown() ? props.file.description || props.file.filename : t("files.spoiler")}
      onClick={() => (shown() ? props.onOpen() : show(true))}
    >
      <Show
        when={shown()}
        fallback={
          <span class="absolute inset-0 grid place-content-center backdrop-blur-xl bg-black/45 text-white text-xs font-bold">
            {t("files.spoiler")}
          </span>
        }
      >
        <img
          class="block w-full h-full object-cover"
          src={source()}
          alt={props.file.description ?? ""}
          loading="lazy"
          decoding="async"
          onLoad={() => setLoaded(true)}
          onError={() => void failed()}
        />
      </Show>
    </button>
  );
}
