import { createSignal } from "solid-js";
import type { Id } from "~/api/types";
import { t } from "~/i18n";
import { useApp } from "~/state/app";
import { TextArea } from "~/ui/TextArea";
import { useToasts } from "~/ui/Toast";
import { createSubmit } from "../form/createSubmit";
import { FormDialog } from "../form/FormDialog";

const REASON_MAX_CHARS = 1_000;

interface ReportProps {
  guild: Id;
  user: Id;
  channel?: Id | undefined;
  message?: Id | undefined;
  onClose(): void;
}

/** Tells the moderators of a message, or of somebody. */
export function Report(props: ReportProps) {
  const app = useApp();
  const toasts = useToasts();
  const [reason, setReason] = createSignal("");
  const submit = createSubmit(["reason"], async () => {
    const text = reason().trim();
    if (props.channel && props.message)
      await app.api.moderation.reportMessage(props.channel, props.message, text);
    else await app.api.moderation.reportMember(props.guild, props.user, text);
    toasts.show(t("moderation.reportSent"), "ok");
    props.onClose();
  });
  return (
    <FormDialog
      title={t("moderation.reportTitle")}
      description={t("moderation.reportTextOf")}
      submit={submit}
      submitLabel={t("moderation.reportSend")}
      ready={reason().trim().length > 0}
      onClose={props.onClose}
    >
      <TextArea
        label={t("moderation.reportReason")}
        value={reason()}
        onValue={setReason}
        error={submit.error("reason")}
        maxLength={REASON_MAX_CHARS}
        autofocus
      />
    </FormDialog>
  );
}
