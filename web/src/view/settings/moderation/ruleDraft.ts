import { type Rule, RuleAction, type RuleDeed, type RuleDraft, Trigger } from "~/api/moderation";
import type { Id } from "~/api/types";

/** A rule as the editor holds it: lists are texts of one entry a line, actions are fields. */
export interface RuleForm {
  name: string;
  trigger: number;
  keywords: string;
  patterns: string;
  allowed: string;
  presets: string[];
  mentionLimit: string;
  mentionRaid: boolean;
  block: boolean;
  blockMessage: string;
  alert: Id;
  timeout: string;
  restrain: boolean;
  exemptRoles: Id[];
  exemptChannels: Id[];
}

export function formOf(rule: Rule | undefined): RuleForm {
  const known = rule?.trigger_metadata ?? {};
  const deed = (type: number) => rule?.actions.find((one) => one.type === type);
  const lines = (list: string[] | undefined) => (list ?? []).join("\n");
  return {
    name: rule?.name ?? "",
    trigger: rule?.trigger_type ?? Trigger.keyword,
    keywords: lines(known.keyword_filter),
    patterns: lines(known.regex_patterns),
    allowed: lines(known.allow_list),
    presets: (known.presets ?? []).map(String),
    mentionLimit: String(known.mention_total_limit ?? 20),
    mentionRaid: known.mention_raid_protection_enabled ?? false,
    block: rule ? deed(RuleAction.block) !== undefined : true,
    blockMessage: deed(RuleAction.block)?.metadata.custom_message ?? "",
    alert: deed(RuleAction.alert)?.metadata.channel_id ?? "",
    timeout: String(deed(RuleAction.timeout)?.metadata.duration_seconds ?? 0),
    restrain: deed(RuleAction.restrain) !== undefined,
    exemptRoles: rule?.exempt_roles ?? [],
    exemptChannels: rule?.exempt_channels ?? [],
  };
}

export function draftOf(form: RuleForm, enabled: boolean): RuleDraft {
  return {
    name: form.name.trim(),
    event_type: form.trigger === Trigger.profile ? 2 : 1,
    trigger_type: form.trigger,
    trigger_metadata: metadataOf(form),
    actions: actionsOf(form),
    enabled,
    exempt_roles: form.exemptRoles,
    exempt_channels: form.exemptChannels,
  };
}

function metadataOf(form: RuleForm): RuleDraft["trigger_metadata"] {
  const allow_list = linesOf(form.allowed);
  switch (form.trigger) {
    case Trigger.keyword:
    case Trigger.profile:
      return { keyword_filter: linesOf(form.keywords), regex_patterns: linesOf(form.patterns), allow_list };
    case Trigger.link:
      return { allow_list };
    case Trigger.preset:
      return { presets: form.presets.map(Number), allow_list };
    case Trigger.mentions:
      return {
        mention_total_limit: Number(form.mentionLimit) || 0,
        mention_raid_protection_enabled: form.mentionRaid,
      };
    default:
      return {};
  }
}

function actionsOf(form: RuleForm): RuleDeed[] {
  const ofNames = form.trigger === Trigger.profile;
  const message = form.blockMessage.trim();
  const actions: RuleDeed[] = [];
  if (form.block && !ofNames)
    actions.push({ type: RuleAction.block, metadata: message ? { custom_message: message } : {} });
  if (form.alert) actions.push({ type: RuleAction.alert, metadata: { channel_id: form.alert } });
  if (Number(form.timeout) > 0 && !ofNames)
    actions.push({ type: RuleAction.timeout, metadata: { duration_seconds: Number(form.timeout) } });
  if (form.restrain && ofNames) actions.push({ type: RuleAction.restrain, metadata: {} });
  return actions;
}

export const linesOf = (text: string) =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);
