import ArrowDown from "lucide-solid/icons/arrow-down";
import ArrowUp from "lucide-solid/icons/arrow-up";
import ChevronRight from "lucide-solid/icons/chevron-right";
import GripVertical from "lucide-solid/icons/grip-vertical";
import Lock from "lucide-solid/icons/lock";
import Plus from "lucide-solid/icons/plus";
import { createSignal, For, Show } from "solid-js";
import type { Id, Role } from "~/api/types";
import { t } from "~/i18n";
import { useApp } from "~/state/app";
import { Button } from "~/ui/Button";
import { IconButton } from "~/ui/IconButton";
import { RoleDot } from "../../dialogs/ProfileRoles";
import { createAttempt } from "../../form/createAttempt";
import { PageHeader } from "../PageHeader";
import { moved } from "../permissions/roles";
import { RoleEditor } from "./RoleEditor";

/** The roles of a guild, highest first, and the editor of the chosen one. */
export function RolesPage(props: { guild: Id }) {
  const app = useApp();
  const { busy, attempt } = createAttempt();
  const [chosen, choose] = createSignal<Id>();
  const role = () => app.guilds.roles(props.guild).find((candidate) => candidate.id === chosen());
  const create = () =>
    attempt(async () => {
      const made = await app.api.guilds.createRole(props.guild, {
        name: t("settings.roleNew"),
        permissions: "0",
      });
      app.apply({ t: "GUILD_ROLE_CREATE", d: { guild_id: props.guild, role: made } });
      choose(made.id);
    });
  return (
    <Show
      when={role()}
      fallback={
        <>
          <PageHeader
            title={t("settings.roles")}
            text={t("settings.rolesText")}
            action={
              <Button kind="primary" icon={<Plus size={17} />} busy={busy()} onClick={create}>
                {t("settings.roleCreate")}
              </Button>
            }
          />
          <RoleList guild={props.guild} onChoose={choose} />
        </>
      }
    >
      {(shown) => <RoleEditor guild={props.guild} role={shown()} onBack={() => choose(undefined)} />}
    </Show>
  );
}

function RoleList(props: { guild: Id; onChoose(role: Id): void }) {
  const app = useApp();
  const { attempt } = createAttempt();
  const [dragged, drag] = createSignal<Id>();
  const all = () => app.guilds.roles(props.guild);
  const ordered = () => all().filter((role) => role.id !== props.guild);
  const everyone = () => all().filter((role) => role.id === props.guild);
  const rank = () => app.rights.rank(props.guild);
  const change = (id: Id, to: number) => moved(ordered(), id, to, rank());
  const place = (id: Id, to: number) => {
    const positions = change(id, to);
    if (positions.length > 0) void attempt(() => app.api.guilds.arrangeRoles(props.guild, positions));
  };
  const held = (role: Role) =>
    app.members.inGuild(props.guild).filter((member) => member.roles.includes(role.id)).length;
  return (
    <ul class="card divide-y divide-line overflow-hidden">
      <For each={[...ordered(), ...everyone()]}>
        {(role, index) => (
          <li
            class="flex items-center gap-1 ps-2 pe-3 transition-colors hover:bg-bg-hover"
            classList={{ "op-50": dragged() === role.id }}
            draggable={role.position < rank() && role.id !== props.guild}
            onDragStart={() => drag(role.id)}
            onDragEnd={() => drag(undefined)}
            onDragOver={(event) => dragged() && event.preventDefault()}
            onDrop={(event) => {
              event.preventDefault();
              place(dragged() ?? "", index());
            }}
          >
            <span
              class="flex w-5 text-fg-2"
              classList={{ "cursor-grab": role.position < rank() }}
              aria-hidden="true"
            >
              <Show when={role.id !== props.guild && role.position < rank()}>
                <GripVertical size={16} />
              </Show>
            </span>
            <button
              type="button"
              onClick={() => props.onChoose(role.id)}
              class="flex items-center gap-3 flex-1 min-w-0 min-h-14 px-2 cursor-pointer rounded-sm -outline-offset-2!"
            >
              <RoleDot color={role.color} />
              <span class="flex-1 min-w-0 flex flex-col">
                <span class="title-sm truncate">{role.name}</span>
                <span class="hint-text">
                  {role.id === props.guild
                    ? t("settings.roleEveryone")
                    : t("common.members", { count: held(role) })}
                </span>
              </span>
              <Show when={role.position >= rank()}>
                <Lock size={15} class="text-fg-2" aria-label={t("settings.roleAbove")} />
              </Show>
              <ChevronRight size={17} class="text-fg-2 rtl:-scale-x-100" aria-hidden="true" />
            </button>
            <Show when={role.id !== props.guild}>
              <IconButton
                size="sm"
                label={t("settings.roleUp", { role: role.name })}
                disabled={change(role.id, index() - 1).length === 0}
                onClick={() => place(role.id, index() - 1)}
              >
                <ArrowUp size={16} />
              </IconButton>
              <IconButton
                size="sm"
                label={t("settings.roleDown", { role: role.name })}
                disabled={change(role.id, index() + 1).length === 0}
                onClick={() => place(role.id, index() + 1)}
              >
                <ArrowDown size={16} />
              </IconButton>
            </Show>
          </li>
        )}
      </For>
    </ul>
  );
}
