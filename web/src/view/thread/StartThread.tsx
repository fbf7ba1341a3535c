import { createStore } from "solid-js/store";
import { ChannelType, type Id } from "~/api/types";
import { t } from "~/i18n";
import { useApp } from "~/state/app";
import { Switch } from "~/ui/Switch";
import { TextInput } from "~/ui/TextInput";
import { createSubmit } from "../form/createSubmit";
import { FormDialog } from "../form/FormDialog";
import { openThread } from "./openThread";

const NAME_MAX_CHARS = 100;
/** A thread that starts from a message is named after its first words. */
const WORDS_MAX_CHARS = 60;

/** Starts a thread from a message or without one. */
export function StartThread(props: { channel: Id; message?: Id | undefined; onClose(): void }) {
  const app = useApp();
  const words = () =>
    props.message
      ? (app.messages.find(props.channel, props.message)?.content ?? "").slice(0, WORDS_MAX_CHARS)
      : "";
  const [form, change] = createStore({ name: words().split("\n")[0] ?? "", hidden: false });
  const mayHide = () =>
    !props.message &&
    app.channels.of(props.channel)?.type === ChannelType.text &&
    app.rights.mayIn("createPrivateThreads", props.channel);
  const submit = createSubmit(["name"], async () => {
    const name = form.name.trim();
    if (!name) submit.refuse({ name: t("refusal.required") });
    const thread = props.message
      ? await app.api.threads.startFrom(props.channel, props.message, { name })
      : await app.api.threads.start(props.channel, {
          name,
          type: form.hidden ? ChannelType.privateThread : ChannelType.publicThread,
        });
    props.onClose();
    openThread(app, thread);
  });
  return (
    <FormDialog
      title={t("thread.start")}
      submit={submit}
      submitLabel={t("thread.start")}
      onClose={props.onClose}
    >
      <TextInput
        label={t("thread.name")}
        value={form.name}
        onValue={(name) => change({ name })}
        error={submit.error("name")}
        maxLength={NAME_MAX_CHARS}
        autocomplete="off"
        autofocus
      />
      {mayHide() && (
        <Switch
          label={t("thread.private")}
          description={t("thread.privateHint")}
          checked={form.hidden}
          onChange={(hidden) => change({ hidden })}
        />
      )}
    </FormDialog>
  );
}
