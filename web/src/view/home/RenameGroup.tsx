import { createSignal } from "solid-js";
import type { Id } from "~/api/types";
import { t } from "~/i18n";
import { useApp } from "~/state/app";
import { TextInput } from "~/ui/TextInput";
import { PicturePicker } from "../files/PicturePicker";
import { createSubmit } from "../form/createSubmit";
import { FormDialog } from "../form/FormDialog";

export function RenameGroup(props: { group: Id; onClose(): void }) {
  const app = useApp();
  const [name, setName] = createSignal(app.channels.of(props.group)?.given_name ?? "");
  const submit = createSubmit(["name"], async () => {
    await app.api.people.rename(props.group, name().trim());
    props.onClose();
  });
  return (
    <FormDialog
      title={t("home.rename")}
      submit={submit}
      submitLabel={t("common.save")}
      onClose={props.onClose}
    >
      <PicturePicker
        label={t("files.chooseIcon")}
        has={Boolean(app.channels.of(props.group)?.icon)}
        width={256}
        height={256}
        round
        onPick={(icon) => app.api.people.draw(props.group, icon)}
      />
      <TextInput
        label={t("home.groupName")}
        value={name()}
        onValue={setName}
        error={submit.error("name")}
        maxLength={100}
        autocomplete="off"
        autofocus
      />
    </FormDialog>
  );
}
