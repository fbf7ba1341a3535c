import { createSignal, Show } from "solid-js";
import { avatarUrl } from "~/api/cdn";
import type { Channel } from "~/api/types";
import type { Webhook, WebhookChange } from "~/api/webhooks";
import { t } from "~/i18n";
import { useApp } from "~/state/app";
import { Avatar } from "~/ui/Avatar";
import { Button } from "~/ui/Button";
import { ConfirmDialog } from "~/ui/ConfirmDialog";
import { CopyField } from "~/ui/CopyField";
import { Select } from "~/ui/Select";
import { TextInput } from "~/ui/TextInput";
import { PicturePicker } from "../../files/PicturePicker";
import { createAttempt } from "../../form/createAttempt";

interface WebhookCardProps {
  webhook: Webhook;
  channels: Channel[];
  onChanged(): unknown;
}

/** One webhook: its name and channel, which can be changed, and its address. */
export function WebhookCard(props: WebhookCardProps) {
  const app = useApp();
  const { busy, attempt } = createAttempt();
  const [name, setName] = createSignal(props.webhook.name);
  const [removing, ask] = createSignal(false);
  const id = () => props.webhook.id;
  const address = () =>
    props.webhook.token && `${location.origin}/api/webhooks/${id()}/${props.webhook.token}`;
  const change = async (body: WebhookChange) => {
    if (await attempt(() => app.api.webhooks.change(id(), body), t("common.saved"))) await props.onChanged();
  };
  const remove = async () => {
    if (await attempt(() => app.api.webhooks.remove(id()), t("bots.removed"))) await props.onChanged();
    ask(false);
  };
  return (
    <section class="card flex flex-col gap-4 p-4" aria-label={props.webhook.name}>
      <div class="flex items-center gap-4">
        <Avatar id={id()} name={props.webhook.name} src={avatarUrl(props.webhook)} size={48} />
        <PicturePicker
          label={t("bots.webhookPicture")}
          has={props.webhook.avatar !== null}
          width={256}
          height={256}
          onPick={(avatar) => change({ avatar })}
        />
      </div>
      <div class="grid sm:grid-cols-2 gap-4">
        <TextInput
          label={t("bots.name")}
          maxLength={80}
          value={name()}
          onValue={setName}
          onBlur={() => name().trim() && name() !== props.webhook.name && change({ name: name().trim() })}
        />
        <Select
          label={t("bots.writesIn")}
          value={props.webhook.channel_id}
          options={props.channels.map((one) => ({ value: one.id, label: `#${one.name}` }))}
          onValue={(channel_id) => change({ channel_id })}
        />
      </div>
      <Show when={address()}>
        {(text) => (
          <CopyField
            label={t("bots.address")}
            hint={t("bots.addressText")}
            value={text()}
            copyLabel={t("common.copy")}
            copiedLabel={t("common.copied")}
          />
        )}
      </Show>
      <Button kind="danger-quiet" size="sm" class="self-start" onClick={() => ask(true)}>
        {t("common.delete")}
      </Button>
      <ConfirmDialog
        open={removing()}
        danger
        title={t("bots.removeWebhook", { name: props.webhook.name })}
        text={t("bots.removeWebhookText")}
        confirmLabel={t("common.delete")}
        cancelLabel={t("common.cancel")}
        busy={busy()}
        onConfirm={remove}
        onClose={() => ask(false)}
      />
    </section>
  );
}
