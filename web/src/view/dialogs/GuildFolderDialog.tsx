import { createStore } from "solid-js/store";
import { t } from "~/i18n";
import { useApp } from "~/state/app";
import { edited, isFolder } from "~/state/rail";
import { ColorPicker } from "~/ui/ColorPicker";
import { TextInput } from "~/ui/TextInput";
import { createSubmit } from "../form/createSubmit";
import { FormDialog } from "../form/FormDialog";
import { keepRail, railNow } from "../shell/railDeeds";

/** The name and the colour of a folder in the rail. */
export function GuildFolderDialog(props: { folder: number; onClose(): void }) {
  const app = useApp();
  const folder = railNow(app)
    .filter(isFolder)
    .find((one) => one.id === props.folder);
  const [form, change] = createStore({ name: folder?.name ?? "", color: folder?.color ?? 0 });
  const submit = createSubmit(["guild_folders"], async () => {
    await keepRail(app, edited(railNow(app), props.folder, { name: form.name.trim(), color: form.color }));
    props.onClose();
  });
  return (
    <FormDialog
      title={t("shell.editFolder")}
      submit={submit}
      submitLabel={t("common.save")}
      onClose={props.onClose}
    >
      <TextInput
        label={t("shell.folderName")}
        aside={t("welcome.optional")}
        value={form.name}
        onValue={(name) => change({ name })}
        error={submit.error("guild_folders")}
        maxLength={32}
        autocomplete="off"
        autofocus
      />
      <ColorPicker
        label={t("shell.folderColor")}
        noneLabel={t("settings.noColor")}
        customLabel={t("settings.customColor")}
        value={form.color}
        onValue={(color) => change({ color })}
      />
    </FormDialog>
  );
}
