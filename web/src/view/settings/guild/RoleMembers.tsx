import UserPlus from "lucide-solid/icons/user-plus";
import X from "lucide-solid/icons/x";
import { createMemo, createSignal, For, Show } from "solid-js";
import type { Id, Role } from "~/api/types";
import { t } from "~/i18n";
import { useApp } from "~/state/app";
import { Avatar } from "~/ui/Avatar";
import { Button } from "~/ui/Button";
import { EmptyState } from "~/ui/EmptyState";
import { IconButton } from "~/ui/IconButton";
import { SearchMenu } from "~/ui/SearchMenu";
import { createAttempt } from "../../form/createAttempt";

export function RoleMembers(props: { guild: Id; role: Role; disabled: boolean }) {
  const app = useApp();
  const { attempt } = createAttempt();
  const [adding, add] = createSignal<Element>();
  const name = (id: Id) => app.members.name(props.guild, id);
  const everybody = createMemo(() =>
    app.members.inGuild(props.guild).sort((a, b) => name(a.user.id).localeCompare(name(b.user.id))),
  );
  const holders = createMemo(() => everybody().filter((member) => member.roles.includes(props.role.id)));
  const others = () =>
    everybody()
      .filter((member) => !member.roles.includes(props.role.id))
      .map(({ user }) => ({
        id: user.id,
        label: name(user.id),
        hint: `@${user.username}`,
        picture: <Avatar id={user.id} name={name(user.id)} size={24} />,
      }));
  const give = (user: Id) => void attempt(() => app.api.members.addRole(props.guild, user, props.role.id));
  const take = (user: Id) => void attempt(() => app.api.members.takeRole(props.guild, user, props.role.id));
  return (
    <div class="flex flex-col gap-4">
      <Show when={!props.disabled}>
        <Button
          class="self-start"
          icon={<UserPlus size={16} />}
          onClick={(event) => add(event.currentTarget as Element)}
        >
          {t("settings.roleAddMember")}
        </Button>
      </Show>
      <Show when={adding()}>
        {(anchor) => (
          <SearchMenu
            anchor={anchor()}
            label={t("settings.memberSearch")}
            emptyLabel={t("common.none")}
            choices={others()}
            onPick={give}
            onClose={() => add(undefined)}
          />
        )}
      </Show>
      <Show
        when={holders().length > 0}
        fallback={<EmptyState icon={<UserPlus size={28} />} title={t("settings.roleNoMembers")} />}
      >
        <ul class="card divide-y divide-line">
          <For each={holders()}>
            {({ user }) => (
              <li class="flex items-center gap-3 px-4 py-2.5">
                <Avatar id={user.id} name={name(user.id)} size={34} />
                <span class="flex-1 min-w-0">
                  <span class="title-sm block truncate">{name(user.id)}</span>
                  <span class="hint-text block truncate">@{user.username}</span>
                </span>
                <Show when={!props.disabled}>
                  <IconButton
                    size="sm"
                    label={t("settings.roleTakeFrom", { name: name(user.id) })}
                    onClick={() => take(user.id)}
                  >
                    <X size={16} />
                  </IconButton>
                </Show>
              </li>
            )}
          </For>
        </ul>
      </Show>
    </div>
  );
}
