import { createSignal, Show } from "solid-js";
import type { Id } from "~/api/types";
import { t } from "~/i18n";
import type { App } from "~/state/app";
import { useApp } from "~/state/app";
import { Select } from "~/ui/Select";
import { TextInput } from "~/ui/TextInput";
import { useToasts } from "~/ui/Toast";
import { createSubmit } from "../form/createSubmit";
import { FormDialog } from "../form/FormDialog";

const MINUTE_S = 60;
const LENGTHS_S = [1, 5, 10, 60, 24 * 60, 7 * 24 * 60, 28 * 24 * 60].map((minutes) => minutes * MINUTE_S);
const REASON_MAX_CHARS = 512;

/** Whether a member may only read now. */
export function timedOut(app: App, guild: Id, user: Id): boolean {
  const until = app.members.of(guild, user)?.communication_disabled_until;
  return Boolean(until) && Date.parse(until ?? "") > Date.now();
}

/** Times a member out, or ends it. */
export function Timeout(props: { guild: Id; user: Id; onClose(): void }) {
  const app = useApp();
  const toasts = useToasts();
  const [length, setLength] = createSignal(String(LENGTHS_S[2]));
  const [reason, setReason] = createSignal("");
  const name = app.members.name(props.guild, props.user);
  const ending = timedOut(app, props.guild, props.user);
  const submit = createSubmit([], async () => {
    const until = ending ? null : new Date(Date.now() + Number(length()) * 1000).toISOString();
    const change = { communication_disabled_until: until };
    await app.api.members.change(props.guild, props.user, change, reason().trim());
    toasts.show(t(ending ? "moderation.timeoutEnded" : "moderation.timeoutDone", { name }), "ok");
    props.onClose();
  });
  return (
    <FormDialog
      danger={!ending}
      title={ending ? t("moderation.timeoutEnd") : t("moderation.timeoutTitle", { name })}
      description={ending ? name : t("moderation.timeoutText", { name })}
      submit={submit}
      submitLabel={t(ending ? "moderation.timeoutEnd" : "moderation.timeout")}
      onClose={props.onClose}
    >
      <Show when={!ending}>
        <Select
          label={t("moderation.timeoutLength")}
          value={length()}
          options={LENGTHS_S.map((seconds) => ({ value: String(seconds), label: lengthText(seconds) }))}
          onValue={setLength}
        />
      </Show>
      <TextInput
        label={t("dialogs.reason")}
        hint={t("dialogs.reasonHint")}
        aside={t("welcome.optional")}
        value={reason()}
        onValue={setReason}
        maxLength={REASON_MAX_CHARS}
        autocomplete="off"
        autofocus
      />
    </FormDialog>
  );
}

/** A length of time in the largest unit that fits. */
export function lengthText(seconds: number): string {
  const minutes = seconds / MINUTE_S;
  if (minutes < 60) return t("dialogs.minutes", { count: minutes });
  if (minutes < 24 * 60) return t("dialogs.hours", { count: minutes / 60 });
  if (minutes < 7 * 24 * 60) return t("dialogs.days", { count: minutes / 60 / 24 });
  return t("moderation.weeks", { count: minutes / 60 / 24 / 7 });
}
