import type { AuditEntry } from "~/api/moderation";
import type { Id } from "~/api/types";
import { t } from "~/i18n";
import type { App } from "~/state/app";

/** The kinds that have words of their own, in Discord's numbers. */
export const KINDS = [
  1, 10, 11, 12, 13, 14, 15, 20, 21, 22, 23, 24, 25, 26, 27, 28, 30, 31, 32, 40, 41, 42, 50, 51, 52, 60, 61,
  62, 72, 73, 74, 75, 80, 81, 82, 83, 84, 85, 90, 91, 92, 100, 101, 102, 110, 111, 112, 121, 130, 131, 132,
  140, 141, 142, 143, 144, 145, 146, 163, 164, 165, 166, 167,
] as const;

const KNOWN = new Set<number>(KINDS);

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
export const kindText = (kind: number) => t(`audit.kind_${kind}` as "audit.kind_1");

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
