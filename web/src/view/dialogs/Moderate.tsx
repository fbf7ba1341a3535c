import { createSignal } from "solid-js";
import type { Id } from "~/api/types";
import { t } from "~/i18n";
import { useApp } from "~/state/app";
import { Select } from "~/ui/Select";
import { TextInput } from "~/ui/TextInput";
import { useToasts } from "~/ui/Toast";
import { createSubmit } from "../form/createSubmit";
import { FormDialog } from "../form/FormDialog";

interface ModerateProps {
  guild: Id;
  user: Id;
  onClose(): void;
}

const REASON_MAX_CHARS = 512;
const HOUR = 3600;
const PURGES = [0, HOUR, 6 * HOUR, 24 * HOUR, 72 * HOUR, 168 * HOUR];

export function Kick(props: ModerateProps) {
  const app = useApp();
  const toasts = useToasts();
  const [reason, setReason] = createSignal("");
  const name = app.members.name(props.guild, props.user);
  const submit = createSubmit([], async () => {
    await app.api.members.kick(props.guild, props.user, reason().trim());
    toasts.show(t("settings.memberKicked", { name }), "ok");
    props.onClose();
  });
  return (
    <FormDialog
      danger
      title={t("dialogs.kickTitle", { name })}
      description={t("dialogs.kickText", { name })}
      submit={submit}
      submitLabel={t("dialogs.kick")}
      onClose={props.onClose}
    >
      <Reason value={reason()} onValue={setReason} />
    </FormDialog>
  );
}

export function Ban(props: ModerateProps) {
  const app = useApp();
  const toasts = useToasts();
  const [reason, setReason] = createSignal("");
  const [purge, setPurge] = createSignal("0");
  const name = app.members.name(props.guild, props.user);
  const submit = createSubmit([], async () => {
    await app.api.members.ban(props.guild, props.user, Number(purge()), reason().trim());
    toasts.show(t("settings.memberBanned", { name }), "ok");
    props.onClose();
  });
  return (
    <FormDialog
      danger
      title={t("dialogs.banTitle", { name })}
      description={t("dialogs.banText", { name })}
      submit={submit}
      submitLabel={t("dialogs.ban")}
      onClose={props.onClose}
    >
      <Reason value={reason()} onValue={setReason} />
      <Select
        label={t("dialogs.deleteHistory")}
        value={purge()}
        options={PURGES.map((seconds) => ({ value: String(seconds), label: purgeText(seconds / HOUR) }))}
        onValue={setPurge}
      />
    </FormDialog>
  );
}

function purgeText(hours: number): string {
  if (hours === 0) return t("dialogs.deleteNothing");
  return hours < 24 ? t("dialogs.hours", { count: hours }) : t("dialogs.days", { count: hours / 24 });
}

function Reason(props: { value: string; onValue(value: string): void }) {
  return (
    <TextInput
      label={t("dialogs.reason")}
      hint={t("dialogs.reasonHint")}
      aside={t("welcome.optional")}
      value={props.value}
      onValue={props.onValue}
      maxLength={REASON_MAX_CHARS}
      autocomplete="off"
      autofocus
    />
  );
}
