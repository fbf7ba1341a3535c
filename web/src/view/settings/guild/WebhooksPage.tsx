import Webhook from "lucide-solid/icons/webhook";
import { createResource, createSignal, For, Show } from "solid-js";
import { ChannelType, type Id } from "~/api/types";
import { t } from "~/i18n";
import { useApp } from "~/state/app";
import { isText } from "~/state/channels";
import { Button } from "~/ui/Button";
import { EmptyState } from "~/ui/EmptyState";
import { Loaded } from "../Loaded";
import { PageHeader } from "../PageHeader";
import { NewWebhook } from "./NewWebhook";
import { WebhookCard } from "./WebhookCard";

/** The webhooks of a guild, or of one of its channels: where each writes, and the address to give to a program. */
export function WebhooksPage(props: { guild: Id; channel?: Id }) {
  const app = useApp();
  const [asking, ask] = createSignal(false);
  const [list, { refetch }] = createResource(
    () => ({ guild: props.guild, channel: props.channel }),
    ({ guild, channel }) => (channel ? app.api.webhooks.inChannel(channel) : app.api.webhooks.inGuild(guild)),
  );
  const channels = () =>
    app.channels
      .inGuild(props.guild)
      .filter(
        (one) =>
          (isText(one) || one.type === ChannelType.forum || one.type === ChannelType.media) &&
          app.rights.mayIn("manageWebhooks", one.id),
      );
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
            <For each={list.latest?.map((one) => one.id)}>
              {(id) => (
                <Show when={list.latest?.find((one) => one.id === id)}>
                  {(one) => (
                    <li>
                      <WebhookCard webhook={one()} channels={channels()} onChanged={refetch} />
                    </li>
                  )}
                </Show>
              )}
            </For>
          </ul>
        </Show>
      </Loaded>
      <Show when={asking()}>
        <NewWebhook
          channels={channels().map((one) => ({ value: one.id, label: `#${one.name}` }))}
          channel={props.channel}
          onMade={refetch}
          onClose={() => ask(false)}
        />
      </Show>
    </>
  );
}
