import Search from "lucide-solid/icons/search";
import { createMemo, createSignal, For, Show } from "solid-js";
import type { Id } from "~/api/types";
import { t } from "~/i18n";
import { useApp } from "~/state/app";
import { inGuild } from "~/state/permissions";
import { Button } from "~/ui/Button";
import { Switch } from "~/ui/Switch";
import { TextInput } from "~/ui/TextInput";
import { BIT, type PermissionName, ROLE_GROUPS } from "../permissions/bits";
import { hasBit, withBit } from "../permissions/roles";

interface RolePermissionsProps {
  guild: Id;
  permissions: string;
  disabled: boolean;
  onEdit(permissions: string): void;
}

/** A switch for each permission. One that the editor does not have cannot be given. */
export function RolePermissions(props: RolePermissionsProps) {
  const app = useApp();
  const [query, setQuery] = createSignal("");
  const own = createMemo(() => {
    const guild = app.guilds.of(props.guild);
    return guild ? inGuild(guild, app.members.of(props.guild, app.session.me()?.id)) : 0n;
  });
  const matches = (name: PermissionName) =>
    `${t(`permissions.${name}`)} ${t(`permissions.${name}_text`)}`
      .toLowerCase()
      .includes(query().trim().toLowerCase());
  const groups = createMemo(() =>
    ROLE_GROUPS.map((group) => ({ ...group, names: group.names.filter(matches) })).filter(
      (group) => group.names.length > 0,
    ),
  );
  const mayGive = (name: PermissionName) => (own() & BIT[name]) !== 0n;
  return (
    <div class="flex flex-col gap-6">
      <div class="flex flex-wrap items-end gap-3">
        <div class="flex-1 min-w-55">
          <TextInput
            label={t("settings.roleSearchPermissions")}
            hideLabel
            placeholder={t("settings.roleSearchPermissions")}
            before={<Search size={16} />}
            value={query()}
            onValue={setQuery}
            autocomplete="off"
          />
        </div>
        <Button
          kind="ghost"
          disabled={props.disabled || props.permissions === "0"}
          onClick={() => props.onEdit("0")}
        >
          {t("settings.roleClearPermissions")}
        </Button>
      </div>
      <For each={groups()}>
        {(group) => (
          <section>
            <h3 class="eyebrow pb-1">{t(`permissions.${group.title}`)}</h3>
            <div class="divide-y divide-line">
              <For each={group.names}>
                {(name) => (
                  <Switch
                    label={t(`permissions.${name}`)}
                    description={
                      <>
                        {t(`permissions.${name}_text`)}
                        <Show when={!props.disabled && !mayGive(name)}> {t("permissions.notYours")}</Show>
                      </>
                    }
                    checked={hasBit(props.permissions, BIT[name])}
                    disabled={props.disabled || !mayGive(name)}
                    onChange={(given) => props.onEdit(withBit(props.permissions, BIT[name], given))}
                  />
                )}
              </For>
            </div>
          </section>
        )}
      </For>
    </div>
  );
}
