import UploadIcon from "lucide-solid/icons/upload";
import { createSignal } from "solid-js";
import type { Id } from "~/api/types";
import { t } from "~/i18n";
import type { App } from "~/state/app";

/** Files that are dragged over the channel are taken where they are let go. */
export function createDrop(app: App, channel: Id) {
  const [depth, setDepth] = createSignal(0);
  const wanted = (event: DragEvent) =>
    event.dataTransfer?.types.includes("Files") && app.rights.mayIn("attachFiles", channel);
  const handlers = {
    onDragEnter: (event: DragEvent) => {
      if (!wanted(event)) return;
      event.preventDefault();
      setDepth(depth() + 1);
    },
    onDragOver: (event: DragEvent) => {
      if (wanted(event)) event.preventDefault();
    },
    onDragLeave: (event: DragEvent) => {
      if (wanted(event)) setDepth(Math.max(0, depth() - 1));
    },
    onDrop: (event: DragEvent) => {
      setDepth(0);
      if (!wanted(event)) return;
      event.preventDefault();
      app.uploads.add(channel, event.dataTransfer?.files ?? []);
    },
  };
  return { handlers, over: () => depth() > 0 };
}

export function DropHint(props: { channel: string }) {
  return (
    <div class="absolute inset-3 z-2 grid place-content-center justify-items-center gap-3 rounded-lg border-2 border-dashed border-accent bg-bg-0/85 pointer-events-none">
      <UploadIcon size={40} class="text-accent" aria-hidden="true" />
      <p class="font-semibold">{t("files.dropHere", { channel: props.channel })}</p>
    </div>
  );
}
