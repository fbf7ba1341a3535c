import { createSignal } from "solid-js";
import { t } from "~/i18n";
import { useApp } from "~/state/app";
import { Button } from "~/ui/Button";
import { CopyField } from "~/ui/CopyField";
import { Switch } from "~/ui/Switch";
import { TextArea } from "~/ui/TextArea";
import { createSubmit } from "../form/createSubmit";
import { FormError } from "../form/FormError";
import { Part } from "../settings/PageHeader";
import type { PartProps } from "./ApplicationPage";
import { ConsentLink } from "./ConsentLink";
import { SecretPart } from "./SecretPart";

/** How a program comes to act for people: its secret, where they come back, and the page to which it sends them. */
export function OAuthPart(props: PartProps) {
  const app = useApp();
  const it = () => props.application;
  const [lines, write] = createSignal(props.application.redirect_uris.join("\n"));
  const save = createSubmit(["redirect_uris"], async () => {
    const redirect_uris = lines()
      .split("\n")
      .map((line) => line.trim())
      .filter(Boolean);
    await app.api.applications.change(it().id, { redirect_uris });
    await props.onChanged();
  });
  return (
    <>
      <SecretPart
        title={t("oauth.secret")}
        text={t("oauth.secretText")}
        madeAt={it().secret_shown_at}
        never={t("oauth.secretNever")}
        made={(when) => t("oauth.secretMade", { when })}
        makeLabel={t("oauth.makeSecret")}
        resetLabel={t("oauth.resetSecret")}
        resetTitle={t("oauth.resetSecretTitle")}
        resetText={t("oauth.resetSecretText")}
        make={async () => (await app.api.applications.resetSecret(it().id)).secret}
        onMade={props.onChanged}
      >
        <CopyField
          label={t("oauth.client")}
          value={it().id}
          copyLabel={t("common.copy")}
          copiedLabel={t("common.copied")}
        />
        <Switch
          label={t("oauth.publicClient")}
          description={t("oauth.publicClientText")}
          checked={it().public_client}
          onChange={(on) => props.change({ public_client: on })}
        />
      </SecretPart>
      <Part title={t("oauth.redirects")} text={t("oauth.redirectsText")}>
        <form class="flex flex-col gap-4" onSubmit={save.run}>
          <FormError text={save.error()} />
          <TextArea
            label={t("oauth.redirects")}
            error={save.error("redirect_uris")}
            placeholder="https://example.org/callback"
            value={lines()}
            onValue={write}
          />
          <Button type="submit" kind="primary" class="self-start" busy={save.busy()}>
            {t("common.save")}
          </Button>
        </form>
      </Part>
      <ConsentLink application={it()} />
    </>
  );
}
