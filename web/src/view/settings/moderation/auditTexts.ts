import type { AuditChange, AuditEntry } from "~/api/moderation";
import type { Id } from "~/api/types";
import { t } from "~/i18n";
import { momentText } from "~/i18n/dates";
import type { App } from "~/state/app";

/** The kinds that have words of their own, in Discord's numbers. */
export const KINDS = [
  1, 10, 11, 12, 13, 14, 15, 20, 21, 22, 23, 24, 25, 28, 30, 31, 32, 40, 42, 50, 51, 52, 60, 61, 62, 72, 73,
  74, 75, 90, 91, 92, 110, 111, 112, 140, 141, 142, 143, 144, 145, 146,
] as const;

const KNOWN = new Set<number>(KINDS);
const LONG_CHARS = 120;

export interface Names {
  app: App;
  guild: Id;
  /** The page's people, who may have left. */
  user(id: Id): string | undefined;
}

/** Who did what to whom, as one sentence. */
export function sentence(entry: AuditEntry, names: Names): string {
  const actor = names.user(entry.user_id) ?? t("moderation.someone");
  if (!KNOWN.has(entry.action_type)) return t("moderation.deed_other", { actor, kind: entry.action_type });
  return deedText(entry.action_type, actor, targetName(entry, names));
}

/** The kind without anybody, for the filter. */
export const kindText = (kind: number) => deedText(kind, "…", "…");

// The sentences name both or only the actor; all take both.
const deedText = (kind: number, actor: string, target: string) =>
  t(`moderation.deed_${kind}` as "moderation.deed_22", { actor, target });

function targetName(entry: AuditEntry, { app, guild, user }: Names): string {
  const id = entry.target_id ?? "";
  const named = entry.changes?.find((change) => change.key === "name");
  const former = named?.old_value ?? named?.new_value;
  return (
    user(id) ??
    app.channels.of(id)?.name ??
    app.guilds.roles(guild).find((role) => role.id === id)?.name ??
    (typeof former === "string" ? former : t("moderation.someone"))
  );
}

/** One change as one line; values are shortened, ids get their names. */
export function changeLine(change: AuditChange, names: Names): string {
  const key = change.key.replace(/^\$/, "").replaceAll("_", " ");
  const before = valueText(change.old_value, names);
  const after = valueText(change.new_value, names);
  if (change.old_value === undefined) return t("moderation.auditMade", { key, after });
  if (change.new_value === undefined) return t("moderation.auditGone", { key, before });
  return t("moderation.auditChanged", { key, before, after });
}

function valueText(value: unknown, names: Names): string {
  if (value === undefined || value === null || value === "") return t("moderation.empty");
  if (value === true) return t("moderation.yes");
  if (value === false) return t("moderation.no");
  if (Array.isArray(value))
    return value.map((one) => valueText(one, names)).join(", ") || t("moderation.empty");
  if (typeof value === "object" && "name" in value) return String(value.name);
  const text = typeof value === "object" ? JSON.stringify(value) : String(value);
  if (/^\d{17,20}$/.test(text)) return nameOf(text, names) ?? text;
  if (/^\d{4}-\d\d-\d\dT/.test(text)) return momentText(text);
  return text.length > LONG_CHARS ? `${text.slice(0, LONG_CHARS)}…` : text;
}

const nameOf = (id: Id, { app, guild, user }: Names) =>
  user(id) ?? app.channels.of(id)?.name ?? app.guilds.roles(guild).find((role) => role.id === id)?.name;
