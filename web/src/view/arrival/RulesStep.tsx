import { createResource, createSignal, For, Show } from "solid-js";
import type { Id } from "~/api/types";
import { t } from "~/i18n";
import { useApp } from "~/state/app";
import { Switch } from "~/ui/Switch";
import { createSubmit } from "../form/createSubmit";
import { FormDialog } from "../form/FormDialog";
import { Loaded } from "../settings/Loaded";

/** The rules of a guild, to be accepted. */
export function RulesStep(props: { guild: Id; onDone(): void; onClose(): void }) {
  const app = useApp();
  const [rules, { refetch }] = createResource(() => props.guild, app.api.reception.rules);
  const [agreed, agree] = createSignal(false);
  const terms = () => rules.latest?.form_fields[0]?.values ?? [];
  const submit = createSubmit([], async () => {
    try {
      await app.api.reception.acceptRules(props.guild, rules.latest?.version ?? "");
    } catch (refusal) {
      // They may have changed while they were read.
      agree(false);
      await refetch();
      throw refusal;
    }
    props.onDone();
  });
  return (
    <FormDialog
      title={t("guild.rulesTitle", { guild: app.guilds.of(props.guild)?.name ?? "" })}
      description={t("guild.rulesText")}
      submit={submit}
      submitLabel={t("guild.acceptRules")}
      ready={agreed() && terms().length > 0}
      onClose={props.onClose}
    >
      <Loaded resource={rules} onRetry={refetch}>
        <Show when={rules.latest?.description}>
          {(text) => <p class="text-[0.9375rem] leading-6 break-words">{text()}</p>}
        </Show>
        <ol class="card flex flex-col divide-y divide-line">
          <For each={terms()}>
            {(term, index) => (
              <li class="flex gap-4 px-4 py-3">
                <span class="title-sm text-accent tabular-nums" aria-hidden="true">
                  {index() + 1}
                </span>
                <span class="flex-1 min-w-0 text-[0.9375rem] leading-6 break-words whitespace-pre-wrap">
                  {term}
                </span>
              </li>
            )}
          </For>
        </ol>
        <Switch label={t("guild.agree")} checked={agreed()} onChange={agree} />
      </Loaded>
    </FormDialog>
  );
}
