import Crown from "lucide-solid/icons/crown";
import UserMinus from "lucide-solid/icons/user-minus";
import { For, Show } from "solid-js";
import { avatarUrl } from "~/api/cdn";
import { type Channel, ChannelType, type User } from "~/api/types";
import { t } from "~/i18n";
import { useApp } from "~/state/app";
import { displayName } from "~/state/members";
import { Avatar } from "~/ui/Avatar";
import { IconButton } from "~/ui/IconButton";
import { createDeed } from "../form/createDeed";
import { steerRows } from "../shell/rows";
import { statusName } from "../shell/status";

/** Who is in a conversation, oneself first. */
export default function GroupMembers(props: { channel: Channel }) {
  const app = useApp();
  const attempt = createDeed();
  const people = (): User[] => {
    const me = app.session.me();
    return [...(me ? [me] : []), ...(props.channel.recipients ?? [])];
  };
  const owns = () =>
    props.channel.type === ChannelType.groupDm && props.channel.owner_id === app.session.me()?.id;
  const status = (user: User) =>
    user.id === app.session.me()?.id ? app.settings.values.status : app.presence.status(user.id);
  return (
    <aside
      aria-label={t("shell.members")}
      class="w-60 max-md:w-full shrink-0 h-full overflow-y-auto bg-bg-1 border-s border-line px-2 py-2"
      onKeyDown={steerRows}
    >
      <ul class="flex flex-col">
        <For each={people()}>
          {(user) => (
            <li class="flex items-center gap-1">
              <button
                type="button"
                data-row=""
                class="flex items-center gap-2.5 flex-1 min-w-0 h-11 px-2 rounded-sm text-start cursor-pointer hover:bg-bg-hover -outline-offset-2"
                onClick={(event) =>
                  app.overlays.open({ kind: "profile", user: user.id, anchor: event.currentTarget })
                }
              >
                <Avatar
                  id={user.id}
                  name={displayName(user) ?? ""}
                  src={avatarUrl(user)}
                  size={32}
                  status={status(user)}
                  statusLabel={statusName(status(user))}
                />
                <bdi class="truncate text-sm font-medium">{displayName(user)}</bdi>
                <Show when={props.channel.owner_id === user.id}>
                  <Crown size={13} class="shrink-0 text-warn" role="img" aria-label={t("shell.owner")} />
                </Show>
              </button>
              <Show when={owns() && user.id !== app.session.me()?.id}>
                <IconButton
                  label={t("home.owner")}
                  size="sm"
                  onClick={() => attempt(app.api.people.hand(props.channel.id, user.id))}
                >
                  <Crown size={15} />
                </IconButton>
                <IconButton
                  label={t("home.removePerson")}
                  size="sm"
                  onClick={() => attempt(app.api.people.remove(props.channel.id, user.id))}
                >
                  <UserMinus size={15} />
                </IconButton>
              </Show>
            </li>
          )}
        </For>
      </ul>
    </aside>
  );
}
