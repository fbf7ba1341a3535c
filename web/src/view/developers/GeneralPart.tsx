import { createSignal } from "solid-js";
import { createStore } from "solid-js/store";
import { t } from "~/i18n";
import { useApp } from "~/state/app";
import { Avatar } from "~/ui/Avatar";
import { Button } from "~/ui/Button";
import { ConfirmDialog } from "~/ui/ConfirmDialog";
import { CopyField } from "~/ui/CopyField";
import { TextArea } from "~/ui/TextArea";
import { TextInput } from "~/ui/TextInput";
import { PicturePicker } from "../files/PicturePicker";
import { createAttempt } from "../form/createAttempt";
import { createSubmit } from "../form/createSubmit";
import { FormError } from "../form/FormError";
import { Part } from "../settings/PageHeader";
import type { PartProps } from "./ApplicationPage";
import { appIconUrl } from "./appIcon";

const FIELDS = [
  "name",
  "description",
  "tags",
  "interactions_endpoint_url",
  "terms_of_service_url",
  "privacy_policy_url",
];

/** What the application is called and where its interactions go; its end. */
export function GeneralPart(props: PartProps & { onRemoved(): unknown }) {
  const app = useApp();
  const { busy, attempt } = createAttempt();
  const [removing, ask] = createSignal(false);
  const it = () => props.application;
  const [draft, write] = createStore({
    name: props.application.name,
    description: props.application.description,
    tags: props.application.tags?.join(", ") ?? "",
    interactions_endpoint_url: props.application.interactions_endpoint_url ?? "",
    terms_of_service_url: props.application.terms_of_service_url ?? "",
    privacy_policy_url: props.application.privacy_policy_url ?? "",
  });
  const save = createSubmit(FIELDS, async () => {
    await app.api.applications.change(it().id, {
      name: draft.name,
      description: draft.description,
      tags: draft.tags
        .split(",")
        .map((tag) => tag.trim())
        .filter(Boolean),
      interactions_endpoint_url: draft.interactions_endpoint_url.trim() || null,
      terms_of_service_url: draft.terms_of_service_url.trim() || null,
      privacy_policy_url: draft.privacy_policy_url.trim() || null,
    });
    await props.onChanged();
  });
  const remove = async () => {
    if (await attempt(() => app.api.applications.remove(it().id))) await props.onRemoved();
  };
  const copy = { copyLabel: t("common.copy"), copiedLabel: t("common.copied") };
  const url = (field: keyof typeof draft, label: string, hint?: string) => (
    <TextInput
      label={label}
      hint={hint}
      error={save.error(field)}
      placeholder="https://"
      value={draft[field]}
      onValue={(text) => write({ [field]: text })}
    />
  );
  return (
    <>
      <Part title={t("bots.general")}>
        <div class="flex items-center gap-4">
          <Avatar id={it().id} name={it().name} src={appIconUrl(it())} size={72} square />
          <PicturePicker
            label={t("oauth.icon")}
            has={it().icon !== null}
            width={512}
            height={512}
            onPick={(icon) => props.change({ icon })}
          />
        </div>
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
            label={t("oauth.tags")}
            hint={t("oauth.tagsHint")}
            error={save.error("tags")}
            value={draft.tags}
            onValue={(tags) => write({ tags })}
          />
          {url("interactions_endpoint_url", t("bots.endpointLabel"), t("bots.endpointText"))}
          {url("terms_of_service_url", t("oauth.terms"))}
          {url("privacy_policy_url", t("oauth.privacy"))}
          <Button type="submit" kind="primary" class="self-start" busy={save.busy()}>
            {t("common.save")}
          </Button>
        </form>
        <CopyField {...copy} label={t("bots.applicationId")} value={it().id} />
        <CopyField {...copy} label={t("bots.publicKey")} value={it().verify_key} />
      </Part>
      <Part title={t("bots.remove")} text={t("bots.removeText")}>
        <Button kind="danger-quiet" class="self-start" onClick={() => ask(true)}>
          {t("bots.remove")}
        </Button>
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
      </Part>
    </>
  );
}
