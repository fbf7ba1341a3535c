import ShieldCheck from "lucide-solid/icons/shield-check";
import { createResource, createSignal, For, Show } from "solid-js";
import type { Rule, RuleDeed } from "~/api/moderation";
import type { Id } from "~/api/types";
import { t } from "~/i18n";
import { useApp } from "~/state/app";
import { compareIds } from "~/state/snowflake";
import { Button } from "~/ui/Button";
import { EmptyState } from "~/ui/EmptyState";
import { Switch } from "~/ui/Switch";
import { createAttempt } from "../../form/createAttempt";
import { Loaded } from "../Loaded";
import { PageHeader } from "../PageHeader";
import { createLive } from "./createLive";
import { RuleEditor } from "./RuleEditor";
import { RuleTrial } from "./RuleTrial";

/** The rules of automatic moderation. */
export function RulesPage(props: { guild: Id }) {
  const app = useApp();
  const { attempt } = createAttempt();
  const [rules, { refetch, mutate }] = createResource(() => props.guild, app.api.moderation.rules);
  const [editing, edit] = createSignal<Rule | "new">();
  createLive(
    () => props.guild,
    (event) => {
      switch (event.t) {
        case "AUTO_MODERATION_RULE_CREATE":
        case "AUTO_MODERATION_RULE_UPDATE":
          return mutate((all) =>
            [...(all ?? []).filter((one) => one.id !== event.d.id), event.d].sort(byAge),
          );
        case "AUTO_MODERATION_RULE_DELETE":
          return mutate((all) => all?.filter((one) => one.id !== event.d.id));
        default:
          return;
      }
    },
  );
  const turn = async (rule: Rule, enabled: boolean) => {
    if (await attempt(() => app.api.moderation.changeRule(props.guild, rule.id, { enabled })))
      await refetch();
  };
  const remove = async (rule: Rule) => {
    const done = t("moderation.ruleDeleted");
    if (await attempt(() => app.api.moderation.removeRule(props.guild, rule.id), done)) await refetch();
  };
  const kind = (rule: Rule) => t(`moderation.trigger_${rule.trigger_type}` as "moderation.trigger_1");
  const does = ({ type, metadata }: RuleDeed) => {
    const channel = `#${app.channels.of(metadata.channel_id)?.name ?? "?"}`;
    return t(`moderation.does_${type}` as "moderation.does_2", { channel });
  };
  return (
    <>
      <PageHeader
        title={t("moderation.rules")}
        text={t("moderation.rulesText")}
        action={
          <Button kind="primary" onClick={() => edit("new")}>
            {t("moderation.ruleNew")}
          </Button>
        }
      />
      <Loaded resource={rules} onRetry={refetch}>
        <Show
          when={(rules.latest ?? []).length > 0}
          fallback={
            <EmptyState
              icon={<ShieldCheck size={28} />}
              title={t("moderation.rulesNone")}
              text={t("moderation.rulesNoneText")}
            />
          }
        >
          <ul class="card divide-y divide-line">
            <For each={rules.latest}>
              {(rule) => (
                <li class="flex flex-wrap items-center gap-x-4 px-4 py-2">
                  <div class="flex-1 min-w-60">
                    <Switch
                      label={rule.name}
                      description={[kind(rule), ...rule.actions.map(does)].join(" · ")}
                      checked={rule.enabled}
                      onChange={(on) => void turn(rule, on)}
                    />
                  </div>
                  <div class="flex gap-2 max-sm:(ms-auto pb-2)">
                    <Button
                      size="sm"
                      aria-label={t("moderation.ruleEdit", { name: rule.name })}
                      onClick={() => edit(rule)}
                    >
                      {t("common.edit")}
                    </Button>
                    <Button
                      size="sm"
                      kind="danger-quiet"
                      aria-label={`${t("moderation.ruleDelete")}: ${rule.name}`}
                      onClick={() => void remove(rule)}
                    >
                      {t("common.delete")}
                    </Button>
                  </div>
                </li>
              )}
            </For>
          </ul>
          <div class="mt-8">
            <RuleTrial guild={props.guild} label={t("moderation.tryAll")} />
          </div>
        </Show>
      </Loaded>
      <Show when={editing()} keyed>
        {(rule) => (
          <RuleEditor
            guild={props.guild}
            rule={rule === "new" ? undefined : rule}
            onSaved={() => void refetch()}
            onClose={() => edit(undefined)}
          />
        )}
      </Show>
    </>
  );
}

const byAge = (a: Rule, b: Rule) => compareIds(a.id, b.id);
