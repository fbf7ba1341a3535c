import { lazy, Show, Suspense } from "solid-js";
import { stickerUrl } from "~/api/cdn";
import type { Sticker } from "~/api/files";

const LOTTIE = 3;

const LottiePicture = lazy(() => import("./LottiePicture"));

/** A sticker of whichever format. */
export function StickerPicture(props: { sticker: Sticker; alt: string; class: string }) {
  return (
    <Show
      when={props.sticker.format_type === LOTTIE}
      fallback={
        <img
          class={`block object-contain ${props.class}`}
          src={stickerUrl(props.sticker)}
          alt={props.alt}
          title={props.sticker.name}
          loading="lazy"
        />
      }
    >
      <Suspense fallback={<span class={`block ${props.class}`} />}>
        <LottiePicture url={stickerUrl(props.sticker)} alt={props.alt} class={props.class} />
      </Suspense>
    </Show>
  );
}
