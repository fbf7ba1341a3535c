import { Show } from "solid-js";
import { Trigger } from "~/api/moderation";
import type { Id } from "~/api/types";
import { t } from "~/i18n";
import { useApp } from "~/state/app";
import { Select } from "~/ui/Select";
import { Switch } from "~/ui/Switch";
import { TextInput } from "~/ui/TextInput";
import { lengthText } from "../../dialogs/Timeout";
import type { RuleForm } from "./ruleDraft";

const LENGTHS_S = [60, 300, 600, 3_600, 86_400, 604_800];

interface RuleActionsProps {
  guild: Id;
  form: RuleForm;
  error: string | undefined;
  onEdit(change: Partial<RuleForm>): void;
}

/** What happens to those who break a rule. */
export function RuleActions(props: RuleActionsProps) {
  const app = useApp();
  const ofNames = () => props.form.trigger === Trigger.profile;
  const channels = () => [
    { value: "", label: t("moderation.noChannel") },
    ...app.channels.readable(props.guild).map((one) => ({ value: one.id, label: `# ${one.name}` })),
  ];
  const lengths = [
    { value: "0", label: t("moderation.noTimeout") },
    ...LENGTHS_S.map((seconds) => ({ value: String(seconds), label: lengthText(seconds) })),
  ];
  return (
    <fieldset class="flex flex-col gap-4 min-w-0">
      <legend class="title-sm mb-1">{t("moderation.actions")}</legend>
      <Show
        when={!ofNames()}
        fallback={
          <Switch
            label={t("moderation.restrain")}
            checked={props.form.restrain}
            onChange={(restrain) => props.onEdit({ restrain })}
          />
        }
      >
        <Switch
          label={t("moderation.block")}
          checked={props.form.block}
          onChange={(block) => props.onEdit({ block })}
        />
        <Show when={props.form.block}>
          <TextInput
            label={t("moderation.blockMessage")}
            aside={t("welcome.optional")}
            value={props.form.blockMessage}
            onValue={(blockMessage) => props.onEdit({ blockMessage })}
            maxLength={150}
            autocomplete="off"
          />
        </Show>
        <Select
          label={t("moderation.timeoutFor")}
          value={props.form.timeout}
          options={lengths}
          onValue={(timeout) => props.onEdit({ timeout })}
        />
      </Show>
      <Select
        label={t("moderation.alert")}
        value={props.form.alert}
        options={channels()}
        onValue={(alert) => props.onEdit({ alert })}
        error={props.error}
      />
    </fieldset>
  );
}
