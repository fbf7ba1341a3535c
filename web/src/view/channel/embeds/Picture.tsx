import { createSignal, Show } from "solid-js";
import type { EmbedPicture } from "~/api/embedTypes";
import { safeHref } from "~/markdown/links";
import { fitted, throughServer } from "./shown";

interface PictureProps {
  picture: EmbedPicture;
  href: string | undefined;
  maxWidth: number;
  maxHeight: number;
}

/** A picture of an embed, through this server; nothing where it cannot be shown. */
export function Picture(props: PictureProps) {
  const [broken, setBroken] = createSignal(false);
  const size = () => fitted(props.picture.width, props.picture.height, props.maxWidth, props.maxHeight);
  const src = () => (broken() ? undefined : throughServer(props.picture.proxy_url));
  const href = () => safeHref(props.href ?? props.picture.url);
  return (
    <Show when={src()}>
      {(address) => (
        <a
          class="block w-fit rounded-md overflow-hidden"
          href={href()}
          target="_blank"
          rel="noopener noreferrer nofollow"
          aria-label={href()}
        >
          <img
            src={address()}
            alt=""
            loading="lazy"
            decoding="async"
            width={size()?.width}
            height={size()?.height}
            style={{ "max-width": `min(100%, ${props.maxWidth}px)`, "max-height": `${props.maxHeight}px` }}
            class="block object-contain"
            onError={() => setBroken(true)}
          />
        </a>
      )}
    </Show>
  );
}
