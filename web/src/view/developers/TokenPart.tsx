import type { OwnApplication } from "~/api/bots";
import { t } from "~/i18n";
import { useApp } from "~/state/app";
import { SecretPart } from "./SecretPart";

/** The bot's token. */
export function TokenPart(props: { application: OwnApplication; onChanged(): unknown }) {
  const app = useApp();
  return (
    <SecretPart
      title={t("bots.token")}
      text={t("bots.tokenText")}
      madeAt={props.application.token_shown_at}
      never={t("bots.tokenNever")}
      made={(when) => t("bots.tokenMade", { when })}
      makeLabel={t("bots.makeToken")}
      resetLabel={t("bots.resetToken")}
      resetTitle={t("bots.resetTitle")}
      resetText={t("bots.resetText")}
      make={async () => (await app.api.applications.resetToken(props.application.id)).token}
      onMade={props.onChanged}
    />
  );
}
