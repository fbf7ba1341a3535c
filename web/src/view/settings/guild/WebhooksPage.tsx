import Webhook from "lucide-solid/icons/webhook";
import { createResource, createSignal, For, Show } from "solid-js";
import type { Id } from "~/api/types";
import { t } from "~/i18n";
import { useApp } from "~/state/app";
import { isText } from "~/state/channels";
import { Button } from "~/ui/Button";
import { EmptyState } from "~/ui/EmptyState";
import { Select } from "~/ui/Select";
import { TextInput } from "~/ui/TextInput";
import { createSubmit } from "../../form/createSubmit";
import { FormDialog } from "../../form/FormDialog";
import { Loaded } from "../Loaded";
import { PageHeader } from "../PageHeader";
import { WebhookCard } from "./WebhookCard";

const NAME_MAX = 80;

/** The webhooks of a guild: where each writes, and the address to give to a program. */
export function WebhooksPage(props: { guild: Id }) {
  const app = useApp();
  const [asking, ask] = createSignal(false);
  const [list, { refetch }] = createResource(() => props.guild, app.api.webhooks.inGuild);
  const channels = () => app.channels.inGuild(props.guild).filter(isText);
  return (
    <>
      <PageHeader
        title={t("bots.webhooks")}
        text={t("bots.webhooksText")}
        action={
          <Button kind="primary" disabled={!channels().length} onClick={() => ask(true)}>
            {t("bots.newWebhook")}
          </Button>
        }
      />
      <Loaded resource={list} onRetry={refetch}>
        <Show
          when={list.latest?.length}
          fallback={
            <EmptyState
              icon={<Webhook size={28} />}
              title={t("bots.noWebhooks")}
              text={t("bots.webhooksText")}
            />
          }
        >
          <ul class="flex flex-col gap-3">
            <For each={list.latest}>
              {(one) => (
                <li>
                  <WebhookCard webhook={one} channels={channels()} onChanged={refetch} />
                </li>
              )}
            </For>
          </ul>
        </Show>
      </Loaded>
      <Show when={asking()}>
        <NewWebhook
          channels={channels().map((one) => ({ value: one.id, label: `#${one.name}` }))}
          onMade={refetch}
          onClose={() => ask(false)}
        />
      </Show>
    </>
  );
}

function NewWebhook(props: {
  channels: { value: string; label: string }[];
  onMade(): unknown;
  onClose(): void;
}) {
  const app = useApp();
  const [name, setName] = createSignal("");
  const [channel, choose] = createSignal(props.channels[0]?.value ?? "");
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
      <Select label={t("bots.writesIn")} value={channel()} options={props.channels} onValue={choose} />
    </FormDialog>
  );
}
