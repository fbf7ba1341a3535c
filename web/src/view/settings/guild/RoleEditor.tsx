import ArrowLeft from "lucide-solid/icons/arrow-left";
import Lock from "lucide-solid/icons/lock";
import Trash from "lucide-solid/icons/trash";
import { createSignal, Match, Show, Switch } from "solid-js";
import type { Id, Role } from "~/api/types";
import { t } from "~/i18n";
import { useApp } from "~/state/app";
import { Button } from "~/ui/Button";
import { ConfirmDialog } from "~/ui/ConfirmDialog";
import { IconButton } from "~/ui/IconButton";
import { Tabs } from "~/ui/Tabs";
import { useToasts } from "~/ui/Toast";
import { RoleDot } from "../../dialogs/ProfileRoles";
import { createAttempt } from "../../form/createAttempt";
import { createDraft } from "../../form/createDraft";
import { createSubmit } from "../../form/createSubmit";
import { SaveBar } from "../SaveBar";
import { RoleDisplay } from "./RoleDisplay";
import { RoleIcon } from "./RoleIcon";
import { RoleMembers } from "./RoleMembers";
import { RolePermissions } from "./RolePermissions";

type Tab = "display" | "permissions" | "members";

/** One role: how it looks, what it allows, who has it. */
export function RoleEditor(props: { guild: Id; role: Role; onBack(): void }) {
  const app = useApp();
  const toasts = useToasts();
  const [deleting, askDelete] = createSignal(false);
  const { busy, attempt } = createAttempt();
  const everyone = () => props.role.id === props.guild;
  const [tab, open] = createSignal<Tab>(everyone() ? "permissions" : "display");
  const locked = () => !everyone() && props.role.position >= app.rights.rank(props.guild);
  const draft = createDraft(() => ({
    name: props.role.name,
    color: props.role.color,
    hoist: props.role.hoist,
    mentionable: props.role.mentionable,
    permissions: props.role.permissions,
  }));
  const submit = createSubmit(["name", "color", "permissions"], async () => {
    if (!draft.value().name.trim()) submit.refuse({ name: t("refusal.required"), "": t("refusal.required") });
    const role = await app.api.guilds.changeRole(props.guild, props.role.id, draft.changes());
    app.apply({ t: "GUILD_ROLE_UPDATE", d: { guild_id: props.guild, role } });
    draft.reset();
    toasts.show(t("settings.roleSaved"), "ok");
  });
  const remove = async () => {
    if (await attempt(() => app.api.guilds.removeRole(props.guild, props.role.id))) props.onBack();
    askDelete(false);
  };
  const tabs = () => [
    ...(everyone() ? [] : [{ value: "display" as const, label: t("settings.roleDisplay") }]),
    { value: "permissions" as const, label: t("settings.rolePermissions") },
    ...(everyone() ? [] : [{ value: "members" as const, label: t("settings.roleMembers") }]),
  ];
  return (
    <>
      <header class="flex items-center gap-3 mb-5">
        <IconButton
          label={t("settings.rolesBack")}
          side="bottom"
          disabled={draft.dirty()}
          onClick={() => props.onBack()}
        >
          <ArrowLeft size={19} class="rtl:-scale-x-100" />
        </IconButton>
        <RoleDot color={draft.value().color} />
        <h2 class="title-lg flex-1 min-w-0 truncate">{draft.value().name || "…"}</h2>
        <Show when={!everyone() && !locked() && !props.role.managed}>
          <Button kind="danger-quiet" icon={<Trash size={16} />} onClick={() => askDelete(true)}>
            <span class="max-sm:sr-only">{t("settings.roleDelete")}</span>
          </Button>
        </Show>
      </header>
      <Show when={locked() || props.role.managed}>
        <p class="flex items-center gap-3 p-3.5 mb-5 rounded-md bg-warn-soft text-warn text-sm font-medium">
          <Lock size={17} class="shrink-0" aria-hidden="true" />
          {locked() ? t("settings.roleAbove") : t("settings.roleManaged")}
        </p>
      </Show>
      <div class="pb-8">
        <Tabs<Tab> label={props.role.name} tabs={tabs()} value={tab()} onValue={open}>
          <Switch>
            <Match when={tab() === "display"}>
              <Show when={!locked()}>
                <RoleIcon guild={props.guild} role={props.role} />
              </Show>
              <RoleDisplay
                value={draft.value()}
                disabled={locked()}
                error={submit.error("name")}
                onEdit={draft.edit}
              />
            </Match>
            <Match when={tab() === "permissions"}>
              <RolePermissions
                guild={props.guild}
                permissions={draft.value().permissions}
                disabled={locked()}
                onEdit={(permissions) => draft.edit({ permissions })}
              />
            </Match>
            <Match when={tab() === "members"}>
              <RoleMembers guild={props.guild} role={props.role} disabled={locked() || props.role.managed} />
            </Match>
          </Switch>
        </Tabs>
      </div>
      <SaveBar
        dirty={draft.dirty()}
        busy={submit.busy()}
        error={submit.error()}
        onSave={submit.run}
        onReset={draft.reset}
      />
      <ConfirmDialog
        open={deleting()}
        danger
        title={t("settings.roleDeleteTitle", { role: props.role.name })}
        text={t("settings.roleDeleteText")}
        confirmLabel={t("settings.roleDelete")}
        cancelLabel={t("common.cancel")}
        busy={busy()}
        onConfirm={remove}
        onClose={() => askDelete(false)}
      />
    </>
  );
}
