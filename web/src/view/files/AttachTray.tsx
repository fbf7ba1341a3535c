import EyeOff from "lucide-solid/icons/eye-off";
import FileIcon from "lucide-solid/icons/file";
import PenLine from "lucide-solid/icons/pen-line";
import RotateCw from "lucide-solid/icons/rotate-cw";
import X from "lucide-solid/icons/x";
import { createMemo, createSignal, For, onCleanup, Show } from "solid-js";
import type { Id } from "~/api/types";
import { language, t } from "~/i18n";
import { useApp } from "~/state/app";
import type { Upload } from "~/state/uploads";
import { IconButton } from "~/ui/IconButton";
import { refusalText } from "../form/refusalTexts";
import { sizeText } from "./address";
import { FileDialog } from "./FileDialog";

/** The files of the draft: how far each is, a description, a spoiler mark, and a way to take it out again. */
export default function AttachTray(props: { channel: Id }) {
  const app = useApp();
  return (
    <ul class="flex gap-3 overflow-x-auto p-3 border-b border-line" aria-label={t("files.attached")}>
      <For each={app.uploads.of(props.channel)}>
        {(upload) => <Item channel={props.channel} upload={upload} />}
      </For>
    </ul>
  );
}

function Item(props: { channel: Id; upload: Upload }) {
  const app = useApp();
  const [editing, setEditing] = createSignal(false);
  const picture = createMemo(() =>
    props.upload.file.type.startsWith("image/") ? URL.createObjectURL(props.upload.file) : undefined,
  );
  onCleanup(() => {
    const url = picture();
    if (url) URL.revokeObjectURL(url);
  });
  const share = () => (props.upload.file.size ? props.upload.sent / props.upload.file.size : 1);
  const edit = (next: Partial<Upload>) => app.uploads.edit(props.channel, props.upload.key, next);
  return (
    <li class="relative w-44 shrink-0 p-2 rounded-md border border-line bg-bg-1">
      <div class="grid place-content-center h-28 rounded-sm bg-bg-3 overflow-hidden">
        <Show when={picture()} fallback={<FileIcon size={36} class="text-fg-2" aria-hidden="true" />}>
          {(url) => (
            <img
              src={url()}
              alt=""
              class="max-h-28 object-contain transition-[filter]"
              classList={{ "blur-lg": props.upload.spoiler }}
            />
          )}
        </Show>
      </div>
      <bdi class="block mt-1.5 truncate text-xs font-semibold">{props.upload.name}</bdi>
      <Show
        when={props.upload.state !== "failed"}
        fallback={
          <p role="alert" class="text-xs text-danger line-clamp-2">
            {refusalText(props.upload.cause)}
          </p>
        }
      >
        <progress
          class="block w-full h-1 mt-1 accent-[var(--accent)]"
          aria-label={t("files.progress", { name: props.upload.name })}
          max="1"
          value={share()}
        />
        <span class="text-xs text-fg-2">{sizeText(props.upload.file.size, language())}</span>
      </Show>
      <Show when={editing()}>
        <FileDialog
          name={props.upload.name}
          description={props.upload.description}
          onSave={edit}
          onClose={() => setEditing(false)}
        />
      </Show>
      <div class="absolute top-1 end-1 flex rounded-sm bg-bg-float border border-line shadow-low">
        <Show when={props.upload.state === "failed"}>
          <IconButton
            size="sm"
            label={t("common.retry")}
            onClick={() => app.uploads.retry(props.channel, props.upload)}
          >
            <RotateCw size={14} />
          </IconButton>
        </Show>
        <IconButton
          size="sm"
          label={t("files.markSpoiler")}
          pressed={props.upload.spoiler}
          onClick={() => edit({ spoiler: !props.upload.spoiler })}
        >
          <EyeOff size={14} />
        </IconButton>
        <IconButton
          size="sm"
          label={t("files.edit", { name: props.upload.name })}
          onClick={() => setEditing(true)}
        >
          <PenLine size={14} />
        </IconButton>
        <IconButton
          size="sm"
          danger
          label={t("files.remove", { name: props.upload.name })}
          onClick={() => app.uploads.remove(props.channel, props.upload.key)}
        >
          <X size={14} />
        </IconButton>
      </div>
    </li>
  );
}
