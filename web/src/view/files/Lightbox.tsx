import ChevronLeft from "lucide-solid/icons/chevron-left";
import ChevronRight from "lucide-solid/icons/chevron-right";
import Download from "lucide-solid/icons/download";
import X from "lucide-solid/icons/x";
import { createSignal, Show } from "solid-js";
import { Portal } from "solid-js/web";
import type { Attachment } from "~/api/types";
import { t } from "~/i18n";
import { IconButton } from "~/ui/IconButton";
import { createModal } from "~/ui/modal";
import { addressOf } from "./address";

/** A message's pictures one by one over the whole window; arrow keys lead on. */
export default function Lightbox(props: { pictures: Attachment[]; first: Attachment; onClose: () => void }) {
  return (
    <Portal>
      <Panel {...props} />
    </Portal>
  );
}

function Panel(props: { pictures: Attachment[]; first: Attachment; onClose: () => void }) {
  let element!: HTMLDialogElement;
  const [at, setAt] = createSignal(
    Math.max(
      0,
      props.pictures.findIndex((one) => one.id === props.first.id),
    ),
  );
  const picture = () => props.pictures[at()] ?? props.first;
  const step = (by: number) => setAt((at() + by + props.pictures.length) % props.pictures.length);
  createModal(
    () => element,
    () => props.onClose(),
  );
  const keyed = (event: KeyboardEvent) => {
    if (event.key === "ArrowLeft") step(-1);
    if (event.key === "ArrowRight") step(1);
  };
  return (
    <dialog
      ref={element}
      aria-label={picture().description || picture().filename}
      class="fixed inset-0 m-0 w-full h-full max-w-none max-h-none bg-black/85 text-white"
      onKeyDown={keyed}
      onClick={(event) => event.target === event.currentTarget && props.onClose()}
    >
      <div class="absolute top-3 end-3 z-1 flex gap-1">
        <a
          class="inline-flex items-center justify-center w-9 h-9 rounded-sm hover:bg-white/15"
          href={addressOf(picture().url)}
          download={picture().filename}
          aria-label={t("files.download", { name: picture().filename })}
        >
          <Download size={19} />
        </a>
        <IconButton
          class="text-white!"
          label={t("common.close")}
          side="bottom"
          onClick={() => props.onClose()}
        >
          <X size={20} />
        </IconButton>
      </div>
      <Show when={props.pictures.length > 1}>
        <IconButton
          class="text-white! absolute! start-3 top-1/2"
          label={t("files.previous")}
          onClick={() => step(-1)}
        >
          <ChevronLeft size={26} />
        </IconButton>
        <IconButton
          class="text-white! absolute! end-3 top-1/2"
          label={t("files.next")}
          onClick={() => step(1)}
        >
          <ChevronRight size={26} />
        </IconButton>
      </Show>
      <figure class="grid place-content-center justify-items-center gap-3 w-full h-full pointer-events-none">
        <img
          class="max-w-[92vw] max-h-[84dvh] object-contain pointer-events-auto"
          src={addressOf(picture().url)}
          alt={picture().description ?? ""}
        />
        <figcaption class="text-sm text-white/80">{picture().description || picture().filename}</figcaption>
      </figure>
    </dialog>
  );
}
