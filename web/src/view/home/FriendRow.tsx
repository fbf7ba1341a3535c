import Ban from "lucide-solid/icons/ban";
import Check from "lucide-solid/icons/check";
import MessageCircle from "lucide-solid/icons/message-circle";
import Pencil from "lucide-solid/icons/pencil";
import UserMinus from "lucide-solid/icons/user-minus";
import X from "lucide-solid/icons/x";
import { type JSX, Match, Show, Switch } from "solid-js";
import { avatarUrl } from "~/api/cdn";
import { type Relationship, RelationType } from "~/api/peopleTypes";
import { t } from "~/i18n";
import { useApp } from "~/state/app";
import { displayName } from "~/state/members";
import { Avatar } from "~/ui/Avatar";
import { IconButton } from "~/ui/IconButton";
import { createDeed } from "../form/createDeed";
import { statusName } from "../shell/status";
import { talkTo } from "./conversationMenu";

/** Somebody among one's friends, requests or blocks, with what can be done about it. */
export function FriendRow(props: { relationship: Relationship }) {
  const app = useApp();
  const attempt = createDeed();
  const id = () => props.relationship.id;
  const type = () => props.relationship.type;
  const user = () => app.members.user(id()) ?? props.relationship.user;
  const name = () => props.relationship.nickname || displayName(user()) || "";
  const status = () => app.presence.status(id());
  const line = () => {
    if (type() === RelationType.incoming) return t("home.incoming");
    if (type() === RelationType.outgoing) return t("home.outgoing");
    return app.presence.motto(id()) || (type() === RelationType.friend ? statusName(status()) : "");
  };
  const part = () => attempt(app.api.people.part(id()));
  return (
    <li class="flex items-center gap-3 min-h-15 px-2 border-t border-line first:border-t-0 rounded-sm hover:bg-bg-hover">
      <button
        type="button"
        data-row=""
        class="flex items-center gap-3 flex-1 min-w-0 py-2 text-start cursor-pointer"
        onClick={(event) => app.overlays.open({ kind: "profile", user: id(), anchor: event.currentTarget })}
      >
        <Avatar
          id={id()}
          name={name()}
          src={avatarUrl(user())}
          size={36}
          status={type() === RelationType.friend ? status() : undefined}
          statusLabel={statusName(status())}
        />
        <span class="min-w-0">
          <span class="flex items-baseline gap-1.5">
            <bdi class="truncate font-semibold">{name()}</bdi>
            <span class="truncate text-xs text-fg-2">@{user().username}</span>
          </span>
          <span class="block truncate text-xs text-fg-2">{line()}</span>
        </span>
      </button>
      <Switch>
        <Match when={type() === RelationType.friend}>
          <Deed
            label={t("home.message")}
            icon={<MessageCircle size={18} />}
            onDo={() => attempt(talkTo(app, id()))}
          />
          <Deed
            label={t("home.giveNickname")}
            icon={<Pencil size={17} />}
            onDo={() => app.overlays.open({ kind: "friend-nickname", user: id() })}
          />
          <Deed label={t("home.unfriend")} icon={<UserMinus size={18} />} onDo={part} />
          <Deed
            label={t("home.block")}
            icon={<Ban size={18} />}
            onDo={() => attempt(app.api.people.block(id()))}
          />
        </Match>
        <Match when={type() === RelationType.blocked}>
          <Deed label={t("home.unblock")} icon={<X size={18} />} onDo={part} />
        </Match>
        <Match when={true}>
          <Show when={type() === RelationType.incoming}>
            <Deed
              label={t("home.accept")}
              icon={<Check size={18} />}
              onDo={() => attempt(app.api.people.befriend(id()))}
            />
          </Show>
          <Deed
            label={t(type() === RelationType.incoming ? "home.decline" : "home.cancel")}
            icon={<X size={18} />}
            onDo={part}
          />
        </Match>
      </Switch>
    </li>
  );
}

function Deed(props: { label: string; icon: JSX.Element; onDo(): void }) {
  return (
    <IconButton label={props.label} onClick={() => props.onDo()}>
      {props.icon}
    </IconButton>
  );
}
