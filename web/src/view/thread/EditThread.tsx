import { createStore } from "solid-js/store";
import type { Id } from "~/api/types";
import { t } from "~/i18n";
import { useApp } from "~/state/app";
import { Select } from "~/ui/Select";
import { createSubmit } from "../form/createSubmit";
import { FormDialog } from "../form/FormDialog";
import { NameInput } from "../form/NameInput";

const DURATIONS_MIN = ["60", "1440", "4320", "10080"] as const;

/** Renames a thread and says after how long a silence it is archived. */
export function EditThread(props: { thread: Id; onClose(): void }) {
  const app = useApp();
  const thread = app.channels.of(props.thread);
  const [form, change] = createStore({
    name: thread?.name ?? "",
    minutes: String(thread?.thread_metadata?.auto_archive_duration ?? 4320),
  });
  const submit = createSubmit(["name"], async () => {
    const d = await app.api.threads.change(props.thread, {
      name: form.name.trim(),
      auto_archive_duration: Number(form.minutes),
    });
    app.apply({ t: "THREAD_UPDATE", d });
    props.onClose();
  });
  return (
    <FormDialog
      title={t("thread.edit")}
      submit={submit}
      submitLabel={t("common.save")}
      onClose={props.onClose}
    >
      <NameInput
        label={t("thread.name")}
        value={form.name}
        onValue={(name) => change({ name })}
        error={submit.error("name")}
      />
      <Select
        label={t("thread.archiveAfter")}
        value={form.minutes}
        onValue={(minutes) => change({ minutes })}
        options={DURATIONS_MIN.map((value) => ({ value, label: t(`thread.after${value}`) }))}
      />
    </FormDialog>
  );
}
