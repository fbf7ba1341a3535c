import Hash from "lucide-solid/icons/hash";
import Megaphone from "lucide-solid/icons/megaphone";
import Newspaper from "lucide-solid/icons/newspaper";
import Radio from "lucide-solid/icons/radio";
import Volume from "lucide-solid/icons/volume-2";
import { createStore } from "solid-js/store";
import { ChannelType, type Id } from "~/api/types";
import { t } from "~/i18n";
import { useApp } from "~/state/app";
import { RadioCards } from "~/ui/RadioCards";
import { Switch } from "~/ui/Switch";
import { TextInput } from "~/ui/TextInput";
import { createSubmit } from "../form/createSubmit";
import { FormDialog } from "../form/FormDialog";
import { asChannelName, CHANNEL_NAME_MAX_CHARS, privately } from "./channelNames";

type Kind = "text" | "announcement" | "voice" | "stage" | "forum";

export function CreateChannel(props: { guild: Id; parent?: Id | undefined; onClose(): void }) {
  const app = useApp();
  const [form, change] = createStore({ name: "", kind: "text" as Kind, hidden: false });
  const spoken = () => form.kind === "voice" || form.kind === "stage";
  const name = () => (spoken() ? form.name.trim() : asChannelName(form.name).replace(/^-|-$/g, ""));
  const parentName = () => app.channels.of(props.parent)?.name;
  const submit = createSubmit(["name"], async () => {
    if (!name()) submit.refuse({ name: t("refusal.required") });
    const channel = await app.api.guilds.createChannel(props.guild, {
      name: name(),
      type: ChannelType[form.kind],
      ...(props.parent && { parent_id: props.parent }),
      ...(form.hidden && { permission_overwrites: privately(props.guild, app.session.me()?.id ?? "") }),
    });
    // The answer may come before the gateway says the same; what is opened next must be there.
    app.apply({ t: "CHANNEL_CREATE", d: channel });
    props.onClose();
    if (!spoken()) app.router.go({ at: "channel", guild: props.guild, channel: channel.id });
  });
  const typed = (text: string) => change({ name: spoken() ? text : asChannelName(text) });
  return (
    <FormDialog
      title={t("dialogs.createChannelTitle")}
      description={parentName() && t("dialogs.inCategory", { category: parentName() ?? "" })}
      submit={submit}
      submitLabel={t("dialogs.createChannel")}
      onClose={props.onClose}
    >
      <RadioCards<Kind>
        label={t("dialogs.channelKind")}
        value={form.kind}
        onValue={(kind) => change({ kind })}
        options={[
          { value: "text", label: t("dialogs.kindText"), description: t("dialogs.kindTextHint") },
          {
            value: "announcement",
            label: t("dialogs.kindAnnouncement"),
            description: t("dialogs.kindAnnouncementHint"),
          },
          { value: "forum", label: t("dialogs.kindForum"), description: t("dialogs.kindForumHint") },
          { value: "voice", label: t("dialogs.kindVoice"), description: t("dialogs.kindVoiceHint") },
          { value: "stage", label: t("dialogs.kindStage"), description: t("dialogs.kindStageHint") },
        ]}
      />
      <TextInput
        label={t("dialogs.channelName")}
        value={form.name}
        onValue={typed}
        error={submit.error("name")}
        before={
          form.kind === "voice" ? (
            <Volume size={17} />
          ) : form.kind === "stage" ? (
            <Radio size={17} />
          ) : form.kind === "forum" ? (
            <Newspaper size={17} />
          ) : form.kind === "text" ? (
            <Hash size={17} />
          ) : (
            <Megaphone size={17} />
          )
        }
        maxLength={CHANNEL_NAME_MAX_CHARS}
        autocomplete="off"
        autofocus
      />
      <Switch
        label={t("dialogs.privateChannel")}
        description={t("dialogs.privateChannelHint")}
        checked={form.hidden}
        onChange={(hidden) => change({ hidden })}
      />
    </FormDialog>
  );
}
