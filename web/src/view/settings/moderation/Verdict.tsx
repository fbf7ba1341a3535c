import Check from "lucide-solid/icons/check";
import X from "lucide-solid/icons/x";
import { Show } from "solid-js";
import type { PermissionVerdict } from "~/api/moderation";
import type { Id } from "~/api/types";
import { t } from "~/i18n";
import { useApp } from "~/state/app";

export const permissionName = (verdict: PermissionVerdict) =>
  t(`permissions.${verdict.permission}` as "permissions.CONNECT");

/** One permission: whether it is there, and what decided it. */
export function Verdict(props: { guild: Id; verdict: PermissionVerdict }) {
  const app = useApp();
  const roleName = (id: Id) =>
    id === props.guild
      ? t("common.everyone")
      : (app.guilds.roles(props.guild).find((role) => role.id === id)?.name ?? id);
  const why = () => {
    const roles = (props.verdict.role_ids ?? []).map(roleName).join(", ");
    return t(`moderation.why_${props.verdict.reason}` as "moderation.why_role", { roles });
  };
  return (
    <li class="flex items-center gap-3 px-4 py-2.5 text-sm">
      <span class={props.verdict.allowed ? "text-ok" : "text-danger"}>
        <Show when={props.verdict.allowed} fallback={<X size={16} aria-hidden="true" />}>
          <Check size={16} aria-hidden="true" />
        </Show>
        <span class="sr-only">
          {t(props.verdict.allowed ? "moderation.allowedWord" : "moderation.deniedWord")}
        </span>
      </span>
      <span class="flex-1 min-w-0 font-medium">{permissionName(props.verdict)}</span>
      <span class="text-fg-2 text-end">{why()}</span>
    </li>
  );
}
