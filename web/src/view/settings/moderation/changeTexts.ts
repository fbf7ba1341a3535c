import type { AuditChange } from "~/api/moderation";
import type { Id } from "~/api/types";
import { t } from "~/i18n";
import { momentText } from "~/i18n/dates";
import { lengthText } from "../../dialogs/Timeout";
import { BIT } from "../permissions/bits";
import type { Names } from "./auditTexts";

const LONG_CHARS = 120;
const SECONDS = new Set([
  "rate_limit_per_user",
  "max_age",
  "afk_timeout",
  "default_thread_rate_limit_per_user",
]);
const RIGHTS = new Set(["permissions", "allow", "deny"]);
/** What only says again that something is new. */
const PLUMBING = new Set(["id", "type", "position", "permission_overwrites", "event_type", "trigger_type"]);

/** One change as lines in plain words; ids get their names, sets of permissions are told apart. */
export function changeLines(change: AuditChange, names: Names): string[] {
  if (change.key === "$add" || change.key === "$remove") {
    const roles = textOf(change.new_value, change.key, names);
    return [t(change.key === "$add" ? "audit.rolesAdded" : "audit.rolesRemoved", { roles })];
  }
  if (RIGHTS.has(change.key)) return rightLines(change);
  const fresh = change.old_value === undefined;
  if (fresh && (PLUMBING.has(change.key) || isNothing(change.new_value))) return [];
  const key = keyText(change.key);
  if (isBulky(change.old_value) || isBulky(change.new_value) || change.key.endsWith("_hash"))
    return fresh ? [] : [t("audit.changedOnly", { key })];
  const before = textOf(change.old_value, change.key, names);
  const after = textOf(change.new_value, change.key, names);
  if (fresh) return [t("audit.made", { key, after })];
  if (change.new_value === undefined)
    return isNothing(change.old_value) || PLUMBING.has(change.key) ? [] : [t("audit.gone", { key, before })];
  return [t("audit.changed", { key, before, after })];
}

/** What was granted and what was taken, instead of two large numbers. */
function rightLines(change: AuditChange): string[] {
  const before = bits(change.old_value);
  const after = bits(change.new_value);
  const lines: string[] = [];
  const denies = change.key === "deny";
  const more = rightNames(after & ~before);
  const fewer = rightNames(before & ~after);
  if (more) lines.push(t(denies ? "audit.denied" : "audit.granted", { names: more }));
  if (fewer) lines.push(t(denies ? "audit.undenied" : "audit.revoked", { names: fewer }));
  return lines;
}

const bits = (value: unknown) => (typeof value === "string" && /^\d{1,20}$/.test(value) ? BigInt(value) : 0n);

const rightNames = (set: bigint) =>
  Object.entries(BIT)
    .filter(([, bit]) => (set & bit) !== 0n)
    .map(([name]) => t(`permissions.${name}` as "permissions.CONNECT"))
    .join(", ");

/** The words for a field, or the field's own name without its joints. */
function keyText(key: string): string {
  const word = t(`audit.key_${key}` as "audit.key_name");
  return word.startsWith("audit.") ? key.replaceAll("_", " ") : word;
}

const isNothing = (value: unknown) =>
  value === null ||
  value === undefined ||
  value === "" ||
  value === false ||
  value === 0 ||
  (Array.isArray(value) && value.length === 0);

/** What is told better by "changed" than by showing it. */
const isBulky = (value: unknown): boolean =>
  Array.isArray(value)
    ? value.some(isBulky)
    : typeof value === "object" && value !== null && !("name" in value);

function textOf(value: unknown, key: string, names: Names): string {
  if (value === undefined || value === null || value === "") return t("moderation.empty");
  if (value === true) return t("moderation.yes");
  if (value === false) return t("moderation.no");
  if (Array.isArray(value))
    return value.map((one) => textOf(one, key, names)).join(", ") || t("moderation.empty");
  if (typeof value === "object" && "name" in value) return String(value.name);
  if (key === "color") return `#${Number(value).toString(16).padStart(6, "0")}`;
  if (SECONDS.has(key)) return Number(value) > 0 ? lengthText(Number(value)) : t("moderation.no");
  const text = String(value);
  if (/^\d{17,20}$/.test(text)) return nameOf(text, names) ?? text;
  if (/^\d{4}-\d\d-\d\dT/.test(text)) return momentText(text);
  return text.length > LONG_CHARS ? `${text.slice(0, LONG_CHARS)}…` : text;
}

const nameOf = (id: Id, { app, guild, user }: Names) =>
  user(id) ?? app.channels.of(id)?.name ?? app.guilds.roles(guild).find((role) => role.id === id)?.name;
