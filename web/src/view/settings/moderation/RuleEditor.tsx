import { Show } from "solid-js";
import { createStore } from "solid-js/store";
import { type Rule, Trigger } from "~/api/moderation";
import type { Id } from "~/api/types";
import { t } from "~/i18n";
import { useApp } from "~/state/app";
import { Select } from "~/ui/Select";
import { TextInput } from "~/ui/TextInput";
import { useToasts } from "~/ui/Toast";
import { createSubmit } from "../../form/createSubmit";
import { FormDialog } from "../../form/FormDialog";
import { Picks } from "./Picks";
import { RuleActions } from "./RuleActions";
import { RuleTrial } from "./RuleTrial";
import { RuleTrigger } from "./RuleTrigger";
import { draftOf, formOf } from "./ruleDraft";

const KINDS = Object.values(Trigger);

interface RuleEditorProps {
  guild: Id;
  rule: Rule | undefined;
  onSaved(): void;
  onClose(): void;
}

/** Makes or changes a rule. Its kind is chosen once. */
export function RuleEditor(props: RuleEditorProps) {
  const app = useApp();
  const toasts = useToasts();
  const [form, edit] = createStore(formOf(props.rule));
  const submit = createSubmit(["name", "actions"], async () => {
    const draft = draftOf(form, props.rule?.enabled ?? true);
    if (props.rule) await app.api.moderation.changeRule(props.guild, props.rule.id, draft);
    else await app.api.moderation.createRule(props.guild, draft);
    toasts.show(t("moderation.ruleSaved"), "ok");
    props.onSaved();
    props.onClose();
  });
  const kindHint = (kind: number) => t(`moderation.trigger_${kind}_hint` as "moderation.trigger_1_hint");
  const kindText = (kind: number) => t(`moderation.trigger_${kind}` as "moderation.trigger_1");
  return (
    <FormDialog
      title={props.rule ? t("moderation.ruleEdit", { name: props.rule.name }) : t("moderation.ruleNew")}
      submit={submit}
      submitLabel={t("common.save")}
      ready={form.name.trim().length > 0}
      onClose={props.onClose}
    >
      <TextInput
        label={t("moderation.ruleName")}
        value={form.name}
        onValue={(name) => edit({ name })}
        error={submit.error("name")}
        maxLength={100}
        autocomplete="off"
        autofocus
      />
      <Show when={!props.rule}>
        <Select
          label={t("moderation.trigger")}
          value={String(form.trigger)}
          hint={kindHint(form.trigger)}
          options={KINDS.map((kind) => ({ value: String(kind), label: kindText(kind) }))}
          onValue={(kind) => edit({ trigger: Number(kind) })}
        />
      </Show>
      <RuleTrigger form={form} onEdit={edit} />
      <RuleTrial
        guild={props.guild}
        label={t("moderation.tryIt")}
        draft={() => {
          const { trigger_type, trigger_metadata } = draftOf(form, true);
          return { trigger_type, trigger_metadata };
        }}
      />
      <RuleActions guild={props.guild} form={form} error={submit.error("actions")} onEdit={edit} />
      <Picks
        label={t("moderation.exemptRoles")}
        choices={app.guilds
          .roles(props.guild)
          .filter((role) => role.id !== props.guild)
          .map((role) => ({ id: role.id, label: role.name }))}
        chosen={form.exemptRoles}
        onChange={(exemptRoles) => edit({ exemptRoles })}
      />
      <Picks
        label={t("moderation.exemptChannels")}
        choices={app.channels
          .readable(props.guild)
          .map((channel) => ({ id: channel.id, label: `# ${channel.name}` }))}
        chosen={form.exemptChannels}
        onChange={(exemptChannels) => edit({ exemptChannels })}
      />
    </FormDialog>
  );
}
