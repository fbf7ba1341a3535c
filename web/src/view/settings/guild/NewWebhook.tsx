import { createSignal, Show } from "solid-js";
import type { Id } from "~/api/types";
import { t } from "~/i18n";
import { useApp } from "~/state/app";
import { Select } from "~/ui/Select";
import { TextInput } from "~/ui/TextInput";
import { createSubmit } from "../../form/createSubmit";
import { FormDialog } from "../../form/FormDialog";

const NAME_MAX = 80;

interface NewWebhookProps {
  channels: { value: string; label: string }[];
  /** Where it is made; absent to let one choose. */
  channel: Id | undefined;
  onMade(): unknown;
  onClose(): void;
}

/** Asks what a new webhook is called and where it writes. */
export function NewWebhook(props: NewWebhookProps) {
  const app = useApp();
  const [name, setName] = createSignal("");
  const [channel, choose] = createSignal(props.channel ?? props.channels[0]?.value ?? "");
  const submit = createSubmit(["name"], async () => {
    await app.api.webhooks.create(channel(), name().trim());
    props.onClose();
    await props.onMade();
  });
  return (
    <FormDialog
      title={t("bots.newWebhook")}
      submit={submit}
      submitLabel={t("common.create")}
      ready={name().trim().length > 0}
      onClose={props.onClose}
    >
      <TextInput
        label={t("bots.name")}
        error={submit.error("name")}
        maxLength={NAME_MAX}
        autofocus
        value={name()}
        onValue={setName}
      />
      <Show when={!props.channel}>
        <Select label={t("bots.writesIn")} value={channel()} options={props.channels} onValue={choose} />
      </Show>
    </FormDialog>
  );
}
