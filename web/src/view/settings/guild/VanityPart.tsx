import { createResource, createSignal, Show } from "solid-js";
import type { Id } from "~/api/types";
import { t } from "~/i18n";
import { useApp } from "~/state/app";
import { Button } from "~/ui/Button";
import { CopyField } from "~/ui/CopyField";
import { TextInput } from "~/ui/TextInput";
import { useToasts } from "~/ui/Toast";
import { inviteLink } from "../../dialogs/InvitePeople";
import { createSubmit } from "../../form/createSubmit";
import { FormError } from "../../form/FormError";
import { Loaded } from "../Loaded";
import { Part } from "../PageHeader";

/** The code that the guild chose for itself: an invite for ever. */
export function VanityPart(props: { guild: Id }) {
  const app = useApp();
  const toasts = useToasts();
  const [vanity, { mutate, refetch }] = createResource(() => props.guild, app.api.reception.vanity);
  const [typed, type] = createSignal<string>();
  const known = () => vanity.latest?.code ?? "";
  const wanted = () => (typed() ?? known()).trim().toLowerCase();
  const submit = createSubmit(["code"], async () => {
    mutate(await app.api.reception.changeVanity(props.guild, wanted() || null));
    type(undefined);
    toasts.show(t("guild.vanitySaved"), "ok");
  });
  return (
    <div class="mt-8">
      <Part title={t("guild.vanity")} text={t("guild.vanityText")}>
        <Loaded resource={vanity} onRetry={refetch}>
          <form class="flex flex-col gap-4" novalidate onSubmit={submit.run}>
            <FormError text={submit.error()} />
            <div class="flex flex-wrap items-end gap-3">
              <div class="flex-1 min-w-60">
                <TextInput
                  label={t("guild.vanityCode")}
                  value={typed() ?? known()}
                  onValue={type}
                  error={submit.error("code")}
                  maxLength={25}
                  autocomplete="off"
                  spellcheck={false}
                />
              </div>
              <Button type="submit" kind="primary" busy={submit.busy()} disabled={wanted() === known()}>
                {t("common.save")}
              </Button>
            </div>
            <p class="hint-text">{t("guild.vanityHint")}</p>
          </form>
          <Show when={known()}>
            {(code) => (
              <>
                <CopyField
                  label={t("guild.vanity")}
                  value={inviteLink(code())}
                  copyLabel={t("common.copy")}
                  copiedLabel={t("common.copied")}
                />
                <p class="hint-text">{t("guild.vanityUses", { count: vanity.latest?.uses ?? 0 })}</p>
              </>
            )}
          </Show>
        </Loaded>
      </Part>
    </div>
  );
}
