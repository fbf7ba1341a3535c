import Plus from "lucide-solid/icons/plus";
import X from "lucide-solid/icons/x";
import { For, type JSX, Show } from "solid-js";
import type { Id, Role } from "~/api/types";
import { t } from "~/i18n";
import { useApp } from "~/state/app";
import { MenuButton } from "~/ui/MenuButton";
import { createAttempt } from "../form/createAttempt";
import { Part } from "./Profile";

/** The roles of a member as chips. Those below one's own highest can be given and taken. */
export function ProfileRoles(props: { guild: Id; user: Id; bare?: boolean }) {
  const app = useApp();
  const { attempt } = createAttempt();
  const member = () => app.members.of(props.guild, props.user);
  const roles = () => app.guilds.roles(props.guild).filter((role) => role.id !== props.guild);
  const held = () => roles().filter((role) => member()?.roles.includes(role.id));
  const mayGive = (role: Role) =>
    app.rights.may("manageRoles", props.guild) &&
    !role.managed &&
    role.position < app.rights.rank(props.guild);
  const free = () => roles().filter((role) => !held().includes(role) && mayGive(role));
  const give = (role: Role) => void attempt(() => app.api.members.addRole(props.guild, props.user, role.id));
  const take = (role: Role) => void attempt(() => app.api.members.takeRole(props.guild, props.user, role.id));
  return (
    <Show when={member() && (held().length > 0 || free().length > 0)}>
      <Titled bare={props.bare === true}>
        <ul class="flex flex-wrap gap-1.5 items-center">
          <For each={held()}>
            {(role) => (
              <li class="inline-flex items-center gap-1.5 max-w-full min-h-7 ps-2.5 pe-2.5 rounded-full bg-bg-3 text-[0.8125rem] font-medium">
                <RoleDot color={role.color} />
                <span class="truncate">{role.name}</span>
                <Show when={mayGive(role)}>
                  <button
                    type="button"
                    aria-label={t("dialogs.removeRole", { role: role.name })}
                    class="flex items-center justify-center w-6 h-6 -me-1.5 rounded-full text-fg-2 cursor-pointer hover:(bg-bg-active text-fg-0)"
                    onClick={() => take(role)}
                  >
                    <X size={13} />
                  </button>
                </Show>
              </li>
            )}
          </For>
          <Show when={free().length > 0}>
            <li>
              <MenuButton
                label={t("dialogs.addRole")}
                size="sm"
                items={() =>
                  free().map((role) => ({
                    label: role.name,
                    icon: <RoleDot color={role.color} />,
                    onSelect: () => give(role),
                  }))
                }
              >
                <Plus size={16} />
              </MenuButton>
            </li>
          </Show>
        </ul>
      </Titled>
    </Show>
  );
}

function Titled(props: { bare: boolean; children: JSX.Element }) {
  return (
    <Show when={!props.bare} fallback={props.children}>
      <Part title={t("dialogs.roles")}>{props.children}</Part>
    </Show>
  );
}

/** A role's colour; grey where it has none. */
export function RoleDot(props: { color: number }) {
  const colour = () => (props.color ? `#${props.color.toString(16).padStart(6, "0")}` : "var(--offline)");
  return (
    <span class="w-3 h-3 rounded-full shrink-0" style={{ "background-color": colour() }} aria-hidden="true" />
  );
}
