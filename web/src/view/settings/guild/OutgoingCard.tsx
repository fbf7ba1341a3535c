import { createSignal, Show } from "solid-js";
import type { Id } from "~/api/types";
import type { OutgoingHook } from "~/api/webhooks";
import { t } from "~/i18n";
import { useApp } from "~/state/app";
import { Button } from "~/ui/Button";
import { ConfirmDialog } from "~/ui/ConfirmDialog";
import { CopyField } from "~/ui/CopyField";
import { TextInput } from "~/ui/TextInput";
import { createAttempt } from "../../form/createAttempt";
import { Deliveries } from "./Deliveries";
import { EventChoice } from "./EventChoice";

interface OutgoingCardProps {
  guild: Id;
  hook: OutgoingHook;
  /** Known only just after it was made. */
  secret: string | undefined;
  onChanged(): unknown;
}

/** One server elsewhere: where it is, what it is told, and what it took. */
export function OutgoingCard(props: OutgoingCardProps) {
  const app = useApp();
  const { busy, attempt } = createAttempt();
  const [url, write] = createSignal(props.hook.url);
  const [secret, show] = createSignal(props.secret);
  const [asking, ask] = createSignal<"rotate" | "remove">();
  const [open, setOpen] = createSignal(false);
  const id = () => props.hook.id;
  const change = async (body: { url?: string; events?: string[] }) => {
    if (await attempt(() => app.api.outgoing.change(props.guild, id(), body), t("common.saved")))
      await props.onChanged();
  };
  const rotate = async () => {
    await attempt(async () => show((await app.api.outgoing.rotate(props.guild, id())).secret));
    ask(undefined);
  };
  const remove = async () => {
    if (await attempt(() => app.api.outgoing.remove(props.guild, id()), t("bots.removed")))
      await props.onChanged();
    ask(undefined);
  };
  return (
    <section class="card flex flex-col gap-4 p-4" aria-label={props.hook.url}>
      <TextInput
        label={t("bots.outgoingUrl")}
        value={url()}
        onValue={write}
        onBlur={() => url().trim() && url() !== props.hook.url && change({ url: url().trim() })}
      />
      <EventChoice chosen={props.hook.events} onChosen={(events) => change({ events })} />
      <Show when={secret() ?? props.secret}>
        {(text) => (
          <CopyField
            label={t("bots.outgoingSecret")}
            hint={t("bots.outgoingSecretText")}
            value={text()}
            copyLabel={t("common.copy")}
            copiedLabel={t("common.copied")}
          />
        )}
      </Show>
      <div class="flex flex-wrap gap-2">
        <Button size="sm" aria-expanded={open()} onClick={() => setOpen((now) => !now)}>
          {t("bots.deliveries")}
        </Button>
        <Button size="sm" onClick={() => ask("rotate")}>
          {t("bots.rotate")}
        </Button>
        <Button kind="danger-quiet" size="sm" onClick={() => ask("remove")}>
          {t("common.delete")}
        </Button>
      </div>
      <Show when={open()}>
        <Deliveries guild={props.guild} hook={id()} />
      </Show>
      <ConfirmDialog
        open={asking() === "rotate"}
        danger
        title={t("bots.rotateTitle")}
        text={t("bots.rotateText")}
        confirmLabel={t("bots.rotate")}
        cancelLabel={t("common.cancel")}
        busy={busy()}
        onConfirm={rotate}
        onClose={() => ask(undefined)}
      />
      <ConfirmDialog
        open={asking() === "remove"}
        danger
        title={t("bots.removeOutgoing", { url: props.hook.url })}
        text={t("bots.removeOutgoingText")}
        confirmLabel={t("common.delete")}
        cancelLabel={t("common.cancel")}
        busy={busy()}
        onConfirm={remove}
        onClose={() => ask(undefined)}
      />
    </section>
  );
}
