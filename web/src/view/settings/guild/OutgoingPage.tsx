import Send from "lucide-solid/icons/send";
import { createResource, createSignal, For, Show } from "solid-js";
import type { Id } from "~/api/types";
import type { OutgoingHook } from "~/api/webhooks";
import { t } from "~/i18n";
import { useApp } from "~/state/app";
import { Button } from "~/ui/Button";
import { EmptyState } from "~/ui/EmptyState";
import { TextInput } from "~/ui/TextInput";
import { createSubmit } from "../../form/createSubmit";
import { FormDialog } from "../../form/FormDialog";
import { Loaded } from "../Loaded";
import { PageHeader } from "../PageHeader";
import { EventChoice } from "./EventChoice";
import { OutgoingCard } from "./OutgoingCard";

/** To which servers a guild tells its events, and what became of what was told. */
export default function OutgoingPage(props: { guild: Id }) {
  const app = useApp();
  const [asking, ask] = createSignal(false);
  const [fresh, show] = createSignal<OutgoingHook>();
  const [list, { refetch }] = createResource(() => props.guild, app.api.outgoing.list);
  return (
    <>
      <PageHeader
        title={t("bots.outgoing")}
        text={t("bots.outgoingText")}
        action={
          <Button kind="primary" onClick={() => ask(true)}>
            {t("bots.newOutgoing")}
          </Button>
        }
      />
      <Loaded resource={list} onRetry={refetch}>
        <Show
          when={list.latest?.length}
          fallback={<EmptyState icon={<Send size={28} />} title={t("bots.noOutgoing")} />}
        >
          <ul class="flex flex-col gap-3">
            <For each={list.latest?.map((one) => one.id)}>
              {(id) => (
                // A change brings new objects; the card and the secret that it shows stay.
                <Show when={list.latest?.find((one) => one.id === id)}>
                  {(one) => (
                    <li>
                      <OutgoingCard
                        guild={props.guild}
                        hook={one()}
                        secret={fresh()?.id === id ? fresh()?.secret : undefined}
                        onChanged={refetch}
                      />
                    </li>
                  )}
                </Show>
              )}
            </For>
          </ul>
        </Show>
      </Loaded>
      <Show when={asking()}>
        <NewOutgoing
          guild={props.guild}
          onMade={(made) => {
            show(made);
            return refetch();
          }}
          onClose={() => ask(false)}
        />
      </Show>
    </>
  );
}

function NewOutgoing(props: { guild: Id; onMade(made: OutgoingHook): unknown; onClose(): void }) {
  const app = useApp();
  const [url, write] = createSignal("");
  const [events, choose] = createSignal<readonly string[]>(["MESSAGE_CREATE"]);
  const submit = createSubmit(["url", "events"], async () => {
    const made = await app.api.outgoing.create(props.guild, { url: url().trim(), events: [...events()] });
    props.onClose();
    await props.onMade(made);
  });
  return (
    <FormDialog
      title={t("bots.newOutgoing")}
      submit={submit}
      submitLabel={t("common.create")}
      ready={url().trim() !== "" && events().length > 0}
      onClose={props.onClose}
    >
      <TextInput
        label={t("bots.outgoingUrl")}
        error={submit.error("url")}
        placeholder="https://"
        autofocus
        value={url()}
        onValue={write}
      />
      <EventChoice chosen={events()} onChosen={choose} />
    </FormDialog>
  );
}
