import { createSignal, Show } from "solid-js";
import type { OwnApplication } from "~/api/bots";
import { t } from "~/i18n";
import { distanceText } from "~/i18n/dates";
import { useApp } from "~/state/app";
import { Button } from "~/ui/Button";
import { ConfirmDialog } from "~/ui/ConfirmDialog";
import { CopyField } from "~/ui/CopyField";
import { createAttempt } from "../form/createAttempt";
import { Part } from "../settings/PageHeader";

/** The bot's token: shown once, then only replaced. */
export function TokenPart(props: { application: OwnApplication; onChanged(): unknown }) {
  const app = useApp();
  const { busy, attempt } = createAttempt();
  const [asking, ask] = createSignal(false);
  const [token, show] = createSignal<string>();
  const made = () => props.application.token_shown_at;
  const reset = async () => {
    await attempt(async () => show((await app.api.applications.resetToken(props.application.id)).token));
    ask(false);
  };
  return (
    <Part title={t("bots.token")} text={t("bots.tokenText")}>
      <Show
        when={token()}
        fallback={
          <p class="text-fg-1">
            {made() ? t("bots.tokenMade", { when: distanceText(made() ?? "") }) : t("bots.tokenNever")}
          </p>
        }
      >
        {(text) => (
          <CopyField
            first
            label={t("bots.token")}
            value={text()}
            hint={t("bots.tokenOnce")}
            copyLabel={t("common.copy")}
            copiedLabel={t("common.copied")}
          />
        )}
      </Show>
      <Button class="self-start" busy={busy()} onClick={() => (made() || token() ? ask(true) : void reset())}>
        {t(made() || token() ? "bots.resetToken" : "bots.makeToken")}
      </Button>
      <ConfirmDialog
        open={asking()}
        danger
        title={t("bots.resetTitle")}
        text={t("bots.resetText")}
        confirmLabel={t("bots.resetToken")}
        cancelLabel={t("common.cancel")}
        busy={busy()}
        onConfirm={reset}
        onClose={() => ask(false)}
      />
    </Part>
  );
}
