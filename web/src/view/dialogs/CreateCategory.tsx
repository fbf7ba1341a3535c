import { createStore } from "solid-js/store";
import { ChannelType, type Id } from "~/api/types";
import { t } from "~/i18n";
import { useApp } from "~/state/app";
import { Switch } from "~/ui/Switch";
import { TextInput } from "~/ui/TextInput";
import { createSubmit } from "../form/createSubmit";
import { FormDialog } from "../form/FormDialog";
import { CHANNEL_NAME_MAX_CHARS, privately } from "./channelNames";

export function CreateCategory(props: { guild: Id; onClose(): void }) {
  const app = useApp();
  const [form, change] = createStore({ name: "", hidden: false });
  const submit = createSubmit(["name"], async () => {
    if (!form.name.trim()) submit.refuse({ name: t("refusal.required") });
    await app.api.guilds.createChannel(props.guild, {
      name: form.name.trim(),
      type: ChannelType.category,
      ...(form.hidden && { permission_overwrites: privately(props.guild, app.session.me()?.id ?? "") }),
    });
    props.onClose();
  });
  return (
    <FormDialog
      title={t("dialogs.createCategoryTitle")}
      submit={submit}
      submitLabel={t("dialogs.createCategory")}
      onClose={props.onClose}
    >
      <TextInput
        label={t("dialogs.categoryName")}
        value={form.name}
        onValue={(name) => change({ name })}
        error={submit.error("name")}
        maxLength={CHANNEL_NAME_MAX_CHARS}
        autocomplete="off"
        autofocus
      />
      <Switch
        label={t("dialogs.privateCategory")}
        description={t("dialogs.privateChannelHint")}
        checked={form.hidden}
        onChange={(hidden) => change({ hidden })}
      />
    </FormDialog>
  );
}
