import { createSignal, Show } from "solid-js";
import type { Attachment, Message } from "~/api/types";
import { t } from "~/i18n";
import { useApp } from "~/state/app";
import { createDeed } from "../form/createDeed";
import { FileDialog } from "./FileDialog";

interface AltBadgeProps {
  file: Attachment;
  message: Message;
  /** Whether there is room for it on the picture; otherwise it stands below. */
  inside: boolean;
}

/** Says that a picture is described and shows how; whoever sent it may describe it anew. */
export function AltBadge(props: AltBadgeProps) {
  const app = useApp();
  const attempt = createDeed();
  const [open, setOpen] = createSignal(false);
  const place = () => (props.inside ? "absolute bottom-2 start-2" : "block mt-1");
  const own = () => props.message.author.id === app.session.me()?.id && !props.message.webhook_id;
  const save = (description: string) => {
    const files = props.message.attachments.map((file) =>
      file.id === props.file.id ? { id: file.id, description } : { id: file.id },
    );
    attempt(app.api.messages.describe(props.message.channel_id, props.message.id, files));
  };
  return (
    <Show when={own() || props.file.description}>
      <Show
        when={own()}
        fallback={
          <span
            class={`${place()} px-1.5 rounded-sm bg-black/75 text-white text-xs leading-6 font-bold`}
            title={props.file.description}
            aria-hidden="true"
          >
            ALT
          </span>
        }
      >
        <button
          type="button"
          class={`${place()} px-2 h-6 rounded-sm bg-black/75 text-white text-xs font-bold cursor-pointer hover:bg-black`}
          classList={{
            "op-0 group-hover/picture:op-100 focus-visible:op-100": props.inside && !props.file.description,
          }}
          title={props.file.description}
          aria-label={t("files.editAlt", { name: props.file.filename })}
          onClick={() => setOpen(true)}
        >
          ALT
        </button>
      </Show>
      <Show when={open()}>
        <FileDialog
          description={props.file.description ?? ""}
          onSave={(next) => save(next.description)}
          onClose={() => setOpen(false)}
        />
      </Show>
    </Show>
  );
}
