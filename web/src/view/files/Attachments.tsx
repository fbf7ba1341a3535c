import Download from "lucide-solid/icons/download";
import FileIcon from "lucide-solid/icons/file";
import FileArchive from "lucide-solid/icons/file-archive";
import FileText from "lucide-solid/icons/file-text";
import { createSignal, For, lazy, Match, Show, Suspense, Switch } from "solid-js";
import type { Attachment, Message } from "~/api/types";
import { language, t } from "~/i18n";
import { addressOf, isSpoiler, sizeText, sortOf } from "./address";
import { PictureGrid } from "./PictureGrid";

const VoicePlayer = lazy(() => import("./VoicePlayer"));
const Lightbox = lazy(() => import("./Lightbox"));

/** The files of a message: pictures side by side, then what plays, then what is only fetched. */
export default function Attachments(props: { files: Attachment[]; message: Message }) {
  const [open, setOpen] = createSignal<Attachment>();
  const pictures = () => props.files.filter((file) => sortOf(file) === "picture");
  const others = () => props.files.filter((file) => sortOf(file) !== "picture");
  return (
    <div class="flex flex-col items-start gap-1.5 mt-1">
      <Show when={pictures().length}>
        <PictureGrid pictures={pictures()} message={props.message} onOpen={setOpen} />
      </Show>
      <For each={others()}>
        {(file) => (
          <Hidden file={file}>
            <Switch fallback={<FileCard file={file} />}>
              <Match when={sortOf(file) === "video"}>
                {/* biome-ignore lint/a11y/useMediaCaption: nobody wrote captions for what people send */}
                <video
                  controls
                  preload="metadata"
                  class="max-w-full w-110 max-h-90 rounded-md bg-black"
                  style={{ "aspect-ratio": shapeOf(file) }}
                  src={addressOf(file.url)}
                  aria-label={file.description || file.filename}
                />
              </Match>
              <Match when={sortOf(file) === "audio"}>
                <div class="w-110 max-w-full p-3 rounded-md border border-line bg-bg-1">
                  <FileName file={file} />
                  {/* biome-ignore lint/a11y/useMediaCaption: nobody wrote captions for what people send */}
                  <audio
                    controls
                    preload="none"
                    class="w-full h-10 mt-2"
                    src={addressOf(file.url)}
                    aria-label={file.description || file.filename}
                  />
                </div>
              </Match>
              <Match when={sortOf(file) === "voice"}>
                <Suspense>
                  <VoicePlayer file={file} />
                </Suspense>
              </Match>
            </Switch>
          </Hidden>
        )}
      </For>
      <Show when={open()}>
        {(picture) => (
          <Suspense>
            <Lightbox pictures={pictures()} first={picture()} onClose={() => setOpen(undefined)} />
          </Suspense>
        )}
      </Show>
    </div>
  );
}

/** A film keeps its place before it is there. */
const shapeOf = (file: Attachment) =>
  file.width && file.height ? `${file.width} / ${file.height}` : undefined;

/** What somebody marked as a spoiler is shown when one asks for it. */
function Hidden(props: { file: Attachment; children: import("solid-js").JSX.Element }) {
  const [shown, show] = createSignal(false);
  return (
    <Show
      when={!isSpoiler(props.file) || shown()}
      fallback={
        <button
          type="button"
          class="px-4 h-11 rounded-md bg-bg-3 text-sm font-semibold cursor-pointer"
          onClick={() => show(true)}
        >
          {t("files.spoiler")}
        </button>
      }
    >
      {props.children}
    </Show>
  );
}

function FileName(props: { file: Attachment }) {
  return (
    <div class="flex-1 min-w-0">
      <bdi class="block truncate text-sm font-semibold">{nameOf(props.file)}</bdi>
      <span class="text-xs text-fg-2">{sizeText(props.file.size, language())}</span>
    </div>
  );
}

const nameOf = (file: Attachment) => file.title ?? file.filename;

function FileCard(props: { file: Attachment }) {
  const type = () => props.file.content_type ?? "";
  return (
    <a
      class="group/file flex items-center gap-3 w-110 max-w-full px-3 py-2.5 rounded-md border border-line bg-bg-1 text-fg-0 hover:border-line-strong"
      href={addressOf(props.file.url)}
      download={props.file.filename}
      rel="noopener noreferrer"
    >
      <span class="sr-only">{t("files.fetch")}</span>
      <span class="text-accent" aria-hidden="true">
        <Switch fallback={<FileIcon size={26} />}>
          <Match when={type().startsWith("text/") || type() === "application/pdf"}>
            <FileText size={26} />
          </Match>
          <Match when={/zip|rar|7z|gzip|tar|xz|zstd/.test(type())}>
            <FileArchive size={26} />
          </Match>
        </Switch>
      </span>
      <FileName file={props.file} />
      <Download size={18} class="text-fg-2 group-hover/file:text-fg-0" aria-hidden="true" />
    </a>
  );
}
