import { createStore } from "solid-js/store";
import type { UserSettings } from "~/api/types";
import { t } from "~/i18n";
import { useApp } from "~/state/app";
import { PresenceDot } from "~/ui/PresenceDot";
import { RadioCards } from "~/ui/RadioCards";
import { TextInput } from "~/ui/TextInput";
import { createSubmit } from "../form/createSubmit";
import { FormDialog } from "../form/FormDialog";

const STATUSES = ["online", "idle", "dnd", "invisible"] as const;

/** How one appears to others: presence and a line of one's own. */
export function StatusDialog(props: { onClose(): void }) {
  const app = useApp();
  const [form, change] = createStore({
    status: app.settings.values.status,
    text: app.settings.values.custom_status?.text ?? "",
  });
  const submit = createSubmit(["custom_status"], async () => {
    const text = form.text.trim();
    await app.settings.save({ status: form.status, custom_status: text ? { text } : null });
    props.onClose();
  });
  return (
    <FormDialog
      title={t("dialogs.status")}
      submit={submit}
      submitLabel={t("common.save")}
      onClose={props.onClose}
    >
      <TextInput
        label={t("dialogs.customStatus")}
        value={form.text}
        onValue={(text) => change({ text })}
        error={submit.error("custom_status")}
        placeholder={t("dialogs.customStatusPlaceholder")}
        maxLength={128}
        autocomplete="off"
        autofocus
      />
      <RadioCards<UserSettings["status"]>
        label={t("dialogs.status")}
        columns={2}
        value={form.status}
        onValue={(status) => change({ status })}
        options={STATUSES.map((status) => ({
          value: status,
          label: t(`common.${status}`),
          icon: <PresenceDot status={status} size={14} />,
        }))}
      />
    </FormDialog>
  );
}
