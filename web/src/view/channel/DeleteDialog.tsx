import { createSignal } from "solid-js";
import type { Id } from "~/api/types";
import { t } from "~/i18n";
import { MarkdownLine } from "~/markdown/Markdown";
import { useApp } from "~/state/app";
import { ConfirmDialog } from "~/ui/ConfirmDialog";
import { createDeed } from "../form/createDeed";
import { useConversation } from "./conversation";
import { makeReferences } from "./references";

export default function DeleteDialog(props: { message: Id; onClose: () => void }) {
  const app = useApp();
  const conversation = useConversation();
  const attempt = createDeed();
  const [busy, setBusy] = createSignal(false);
  const channel = conversation.channel().id;
  const message = () => app.messages.find(channel, props.message);
  const remove = () => {
    setBusy(true);
    attempt(app.api.messages.remove(channel, props.message).finally(props.onClose));
  };
  return (
    <ConfirmDialog
      open
      danger
      title={t("chat.deleteTitle")}
      text={t("chat.deleteText")}
      confirmLabel={t("common.delete")}
      cancelLabel={t("common.cancel")}
      busy={busy()}
      onConfirm={remove}
      onClose={props.onClose}
    >
      <blockquote class="p-3 rounded-md bg-bg-1 border border-line text-sm break-words line-clamp-4" inert>
        <MarkdownLine
          text={message()?.content ?? ""}
          references={makeReferences(app, conversation.guild().id)}
        />
      </blockquote>
    </ConfirmDialog>
  );
}
