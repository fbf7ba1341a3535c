import type { Request } from "./client";
import type { Id, User } from "./types";

export interface AuditChange {
  key: string;
  old_value?: unknown;
  new_value?: unknown;
}

export interface AuditEntry {
  id: Id;
  action_type: number;
  user_id: Id;
  target_id: Id | null;
  changes?: AuditChange[];
  options?: Record<string, string>;
  reason?: string;
}

export interface AuditPage {
  audit_log_entries: AuditEntry[];
  users: User[];
}

export const Trigger = { keyword: 1, link: 2, spam: 3, preset: 4, mentions: 5, profile: 6 } as const;
export const RuleAction = { block: 1, alert: 2, timeout: 3, restrain: 4 } as const;

export interface TriggerMetadata {
  keyword_filter?: string[];
  regex_patterns?: string[];
  allow_list?: string[];
  presets?: number[];
  mention_total_limit?: number;
  mention_raid_protection_enabled?: boolean;
}

export interface RuleDeed {
  type: number;
  metadata: { custom_message?: string; channel_id?: Id; duration_seconds?: number };
}

export interface Rule {
  id: Id;
  name: string;
  event_type: number;
  trigger_type: number;
  trigger_metadata: TriggerMetadata;
  actions: RuleDeed[];
  enabled: boolean;
  exempt_roles: Id[];
  exempt_channels: Id[];
}

export type RuleDraft = Omit<Rule, "id">;

export interface Safety {
  edit_history: boolean;
  raid_joins_per_minute: number;
  safety_alerts_channel_id: Id | null;
  incidents_data: { invites_disabled_until: string | null; dms_disabled_until: string | null } | null;
}

export interface Report {
  id: Id;
  reporter_id: Id;
  user_id: Id;
  channel_id?: Id;
  message_id?: Id;
  content?: string;
  reason: string;
  created_at: string;
  state: "open" | "resolved" | "dismissed";
  assignee_id: Id | null;
  outcome: string | null;
  closed_by?: Id;
  closed_at?: string;
}

/** A report as its reporter sees it. */
export type OwnReport = Pick<
  Report,
  "id" | "user_id" | "channel_id" | "message_id" | "content" | "reason" | "created_at" | "state" | "outcome"
> & { guild_id: Id };

/** What a rule found in a text that was tried. */
export interface TrialHit {
  rule_id?: Id;
  rule_name: string;
  trigger_type: number;
  matched_keyword: string;
  matched_content: string;
}

export interface PermissionVerdict {
  permission: string;
  bit: string;
  allowed: boolean;
  reason: string;
  role_ids?: Id[];
}

export interface Sight {
  permissions: string;
  channels: { id: Id; permissions: string }[];
}

export interface Edition {
  content: string;
  replaced_at: string;
}

type AuditQuery = { user_id?: Id; action_type?: number; before?: Id; limit?: number };
type Pause = { invites_disabled_until?: string | null; dms_disabled_until?: string | null };
export type ReportChange = { state?: Report["state"]; assignee_id?: Id | null; outcome?: string | null };

export const makeModerationApi = (request: Request) => ({
  audit: (guild: Id, query: AuditQuery) =>
    request<AuditPage>("GET", `/guilds/${guild}/audit-logs`, { query }),
  rules: (guild: Id) => request<Rule[]>("GET", `/guilds/${guild}/auto-moderation/rules`),
  createRule: (guild: Id, body: RuleDraft) =>
    request<Rule>("POST", `/guilds/${guild}/auto-moderation/rules`, { body }),
  changeRule: (guild: Id, rule: Id, body: Partial<RuleDraft>) =>
    request<Rule>("PATCH", `/guilds/${guild}/auto-moderation/rules/${rule}`, { body }),
  removeRule: (guild: Id, rule: Id) =>
    request<void>("DELETE", `/guilds/${guild}/auto-moderation/rules/${rule}`),
  /** Tries a text by one rule as it stands in the editor, or by all that are on. */
  tryRules: (guild: Id, content: string, rule?: Pick<RuleDraft, "trigger_type" | "trigger_metadata">) =>
    request<{ hits: TrialHit[] }>("POST", `/guilds/${guild}/auto-moderation/test`, {
      body: { content, rule },
    }),
  safety: (guild: Id) => request<Safety>("GET", `/guilds/${guild}/safety`),
  changeSafety: (guild: Id, body: Partial<Omit<Safety, "incidents_data">>) =>
    request<Safety>("PATCH", `/guilds/${guild}/safety`, { body }),
  pause: (guild: Id, body: Pause) => request<void>("PUT", `/guilds/${guild}/incident-actions`, { body }),
  reports: (guild: Id, query: { state: "open" | "closed"; before?: Id }) =>
    request<{ reports: Report[]; users: User[] }>("GET", `/guilds/${guild}/reports`, { query }),
  handleReport: (guild: Id, report: Id, body: ReportChange) =>
    request<Report>("PATCH", `/guilds/${guild}/reports/${report}`, { body }),
  ownReports: () => request<{ reports: OwnReport[]; users: User[] }>("GET", "/users/@me/reports"),
  reportMessage: (channel: Id, message: Id, reason: string) =>
    request<void>("POST", `/channels/${channel}/messages/${message}/report`, { body: { reason } }),
  reportMember: (guild: Id, user: Id, reason: string) =>
    request<void>("POST", `/guilds/${guild}/members/${user}/report`, { body: { reason } }),
  editions: (channel: Id, message: Id) =>
    request<Edition[]>("GET", `/channels/${channel}/messages/${message}/edits`),
  explain: (guild: Id, user: Id, channel?: Id) =>
    request<{ entries: PermissionVerdict[] }>("GET", `/guilds/${guild}/members/${user}/permissions`, {
      query: { channel },
    }),
  viewAs: (guild: Id, roles: Id[]) =>
    request<Sight>("GET", `/guilds/${guild}/view-as`, { query: { roles: roles.join(",") } }),
});
