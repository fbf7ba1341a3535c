import { Switch as Choose, Match, Show } from "solid-js";
import { Trigger } from "~/api/moderation";
import { t } from "~/i18n";
import { Switch } from "~/ui/Switch";
import { TextArea } from "~/ui/TextArea";
import { TextInput } from "~/ui/TextInput";
import { Picks } from "./Picks";
import type { RuleForm } from "./ruleDraft";

interface RuleTriggerProps {
  form: RuleForm;
  onEdit(change: Partial<RuleForm>): void;
}

const PRESETS = [1, 2, 3];

/** What sets off a rule. */
export function RuleTrigger(props: RuleTriggerProps) {
  const words = () => props.form.trigger === Trigger.keyword || props.form.trigger === Trigger.profile;
  const allows = () => words() || props.form.trigger === Trigger.preset;
  return (
    <>
      <Choose>
        <Match when={words()}>
          <TextArea
            label={t("moderation.keywords")}
            hint={t("moderation.keywordsHint")}
            value={props.form.keywords}
            onValue={(keywords) => props.onEdit({ keywords })}
          />
          <TextArea
            label={t("moderation.patterns")}
            hint={t("moderation.patternsHint")}
            value={props.form.patterns}
            onValue={(patterns) => props.onEdit({ patterns })}
            spellcheck={false}
            class="font-mono"
            rows={3}
          />
        </Match>
        <Match when={props.form.trigger === Trigger.link}>
          <TextArea
            label={t("moderation.domains")}
            hint={t("moderation.domainsHint")}
            value={props.form.allowed}
            onValue={(allowed) => props.onEdit({ allowed })}
            spellcheck={false}
          />
        </Match>
        <Match when={props.form.trigger === Trigger.preset}>
          <Picks
            label={t("moderation.trigger_4")}
            choices={PRESETS.map((preset) => ({
              id: String(preset),
              label: t(`moderation.preset_${preset}` as "moderation.preset_1"),
            }))}
            chosen={props.form.presets}
            onChange={(presets) => props.onEdit({ presets })}
          />
        </Match>
        <Match when={props.form.trigger === Trigger.mentions}>
          <TextInput
            label={t("moderation.mentionLimit")}
            type="number"
            min="0"
            max="50"
            value={props.form.mentionLimit}
            onValue={(mentionLimit) => props.onEdit({ mentionLimit })}
            autocomplete="off"
          />
          <Switch
            label={t("moderation.mentionRaid")}
            description={t("moderation.mentionRaidHint")}
            checked={props.form.mentionRaid}
            onChange={(mentionRaid) => props.onEdit({ mentionRaid })}
          />
        </Match>
      </Choose>
      <Show when={allows()}>
        <TextArea
          label={t("moderation.allowed")}
          hint={t("moderation.allowedHint")}
          value={props.form.allowed}
          onValue={(allowed) => props.onEdit({ allowed })}
          rows={3}
        />
      </Show>
    </>
  );
}
