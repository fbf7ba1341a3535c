import { createSignal } from "solid-js";
import { createStore } from "solid-js/store";
import type { ApplicationChange, OwnApplication } from "~/api/bots";
import { t } from "~/i18n";
import { useApp } from "~/state/app";
import { Button } from "~/ui/Button";
import { ConfirmDialog } from "~/ui/ConfirmDialog";
import { CopyField } from "~/ui/CopyField";
import { Switch } from "~/ui/Switch";
import { TextArea } from "~/ui/TextArea";
import { TextInput } from "~/ui/TextInput";
import { createAttempt } from "../form/createAttempt";
import { createSubmit } from "../form/createSubmit";
import { FormError } from "../form/FormError";
import { PageHeader, Part } from "../settings/PageHeader";
import { Connecting } from "./Connecting";
import { InstallLink } from "./InstallLink";
import { INTENTS, withIntent } from "./intents";
import { TokenPart } from "./TokenPart";

interface ApplicationPageProps {
  application: OwnApplication;
  onChanged(): unknown;
  onRemoved(): unknown;
}

/** One application: what it is called, its bot's token, what it may ask for, how it gets in and how a library reaches this node. */
export function ApplicationPage(props: ApplicationPageProps) {
  const app = useApp();
  const { busy, attempt } = createAttempt();
  const [removing, ask] = createSignal(false);
  const it = () => props.application;
  const [draft, write] = createStore({
    name: props.application.name,
    description: props.application.description,
    interactions_endpoint_url: props.application.interactions_endpoint_url ?? "",
  });
  const change = async (body: ApplicationChange) => {
    if (await attempt(() => app.api.applications.change(it().id, body), t("common.saved")))
      await props.onChanged();
  };
  const save = createSubmit(["name", "description", "interactions_endpoint_url"], async () => {
    const url = draft.interactions_endpoint_url.trim() || null;
    await app.api.applications.change(it().id, { ...draft, interactions_endpoint_url: url });
    await props.onChanged();
  });
  const remove = async () => {
    if (await attempt(() => app.api.applications.remove(it().id))) await props.onRemoved();
  };
  const copy = { copyLabel: t("common.copy"), copiedLabel: t("common.copied") };
  return (
    <>
      <PageHeader title={it().name} text={`@${it().bot?.username ?? ""}`} />
      <Part title={t("bots.general")}>
        <form class="flex flex-col gap-5" onSubmit={save.run}>
          <FormError text={save.error()} />
          <TextInput
            label={t("bots.name")}
            error={save.error("name")}
            maxLength={32}
            value={draft.name}
            onValue={(name) => write({ name })}
          />
          <TextArea
            label={t("bots.description")}
            error={save.error("description")}
            maxLength={400}
            value={draft.description}
            onValue={(description) => write({ description })}
          />
          <TextInput
            label={t("bots.endpointLabel")}
            hint={t("bots.endpointText")}
            error={save.error("interactions_endpoint_url")}
            placeholder="https://"
            value={draft.interactions_endpoint_url}
            onValue={(url) => write({ interactions_endpoint_url: url })}
          />
          <Button type="submit" kind="primary" class="self-start" busy={save.busy()}>
            {t("common.save")}
          </Button>
        </form>
        <CopyField {...copy} label={t("bots.applicationId")} value={it().id} />
        <CopyField {...copy} label={t("bots.publicKey")} value={it().verify_key} />
      </Part>
      <TokenPart application={it()} onChanged={props.onChanged} />
      <Part title={t("bots.intents")} text={t("bots.intentsText")}>
        <div>
          {INTENTS.map((intent) => (
            <Switch
              label={t(intent.label)}
              description={t(intent.text)}
              checked={(it().flags & intent.either) !== 0}
              onChange={(on) => change({ flags: withIntent(it().flags, intent, on) })}
            />
          ))}
          <Switch
            label={t("bots.open")}
            description={t("bots.openText")}
            checked={it().bot_public}
            onChange={(on) => change({ bot_public: on })}
          />
        </div>
      </Part>
      <InstallLink application={it()} />
      <Connecting />
      <Part title={t("bots.remove")} text={t("bots.removeText")}>
        <Button kind="danger-quiet" class="self-start" onClick={() => ask(true)}>
          {t("bots.remove")}
        </Button>
      </Part>
      <ConfirmDialog
        open={removing()}
        danger
        title={t("bots.removeTitle", { name: it().name })}
        text={t("bots.removeText")}
        confirmLabel={t("common.delete")}
        cancelLabel={t("common.cancel")}
        busy={busy()}
        onConfirm={remove}
        onClose={() => ask(false)}
      />
    </>
  );
}
