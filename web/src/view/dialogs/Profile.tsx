import Ellipsis from "lucide-solid/icons/ellipsis";
import Pencil from "lucide-solid/icons/pencil";
import { createResource, type JSX, lazy, Show, Suspense } from "solid-js";
import { avatarUrl, bannerUrl } from "~/api/cdn";
import type { Id } from "~/api/types";
import { t } from "~/i18n";
import { dayText } from "~/i18n/dates";
import { Markdown } from "~/markdown/Markdown";
import { useApp } from "~/state/app";
import { displayName } from "~/state/members";
import { timeOf } from "~/state/snowflake";
import { Avatar } from "~/ui/Avatar";
import { Badge } from "~/ui/Badge";
import { Button } from "~/ui/Button";
import { colourOf } from "~/ui/identity";
import { MenuButton } from "~/ui/MenuButton";
import { Popover } from "~/ui/Popover";
import { makeReferences } from "../channel/references";
import { createDeed } from "../form/createDeed";
import { memberMenu } from "./memberMenu";
import { ProfileRoles } from "./ProfileRoles";

const ProfileTies = lazy(() => import("../home/ProfileTies"));

export interface ProfileProps {
  user: Id;
  guild?: Id | undefined;
  anchor: Element | { x: number; y: number };
  onClose(): void;
}

/** Somebody's card, beside the name that was pressed. */
export function Profile(props: ProfileProps) {
  const app = useApp();
  const known = () => app.members.user(props.user);
  const [full] = createResource(
    () => props.user,
    (id) => app.api.users.of(id).catch(() => undefined),
  );
  const user = () => full() ?? known();
  const name = () => app.members.name(props.guild, props.user, full());
  const own = () => props.user === app.session.me()?.id;
  const colour = () => {
    const chosen = user()?.accent_color;
    return chosen ? `#${chosen.toString(16).padStart(6, "0")}` : colourOf(props.user).background;
  };
  const status = () => app.presence.status(props.user);
  const statusText = () =>
    status() === "offline" ? t("common.offlineStatus") : t(`common.${status() as "online"}`);
  const attempt = createDeed();
  const items = () =>
    memberMenu(
      app,
      props,
      (kind) => props.guild && app.overlays.open({ kind, guild: props.guild, user: props.user }),
      attempt,
    );
  const joined = () => app.members.of(props.guild, props.user)?.joined_at;
  return (
    <Popover
      anchor={props.anchor}
      side="end"
      label={t("dialogs.profile", { name: name() })}
      class="w-80 rounded-lg!"
      onClose={props.onClose}
    >
      <div
        class="rounded-t-lg bg-cover bg-center"
        classList={{ "h-30": Boolean(bannerUrl(user())), "h-18": !bannerUrl(user()) }}
        style={{
          "background-color": colour(),
          "background-image": bannerUrl(user()) && `url("${bannerUrl(user())}")`,
        }}
      />
      <div class="flex flex-col gap-4 px-5 pb-5 -mt-10">
        <div class="flex items-end justify-between gap-2">
          <span class="flex p-1 rounded-full bg-bg-float [--avatar-ground:var(--bg-float)]">
            <Avatar
              id={props.user}
              name={name()}
              src={avatarUrl(user())}
              size={76}
              status={status()}
              statusLabel={statusText()}
            />
          </span>
          <Show when={items().length > 0}>
            <MenuButton label={t("common.more")} size="sm" items={items}>
              <Ellipsis size={18} />
            </MenuButton>
          </Show>
        </div>
        <div class="min-w-0">
          <h2 class="title-md flex items-center gap-2 break-words min-w-0">
            <span class="min-w-0 break-words">{name()}</span>
            <Show when={user()?.bot}>
              <Badge kind="accent">{t("dialogs.bot")}</Badge>
            </Show>
            <Show when={props.guild && app.guilds.of(props.guild)?.owner_id === props.user}>
              <Badge>{t("dialogs.owner")}</Badge>
            </Show>
          </h2>
          <p class="text-sm text-fg-1 break-words">
            {displayName(user()) !== name() && `${displayName(user())} · `}@{user()?.username}
            <Show when={user()?.pronouns}>{(pronouns) => <span> · {pronouns()}</span>}</Show>
          </p>
          <Show when={app.presence.motto(props.user)}>
            {(motto) => <p class="mt-2 text-sm text-fg-0 break-words">{motto()}</p>}
          </Show>
        </div>
        <Show when={user()?.bio}>
          {(bio) => (
            <Part title={t("dialogs.about")}>
              <div class="text-sm leading-5.5 text-fg-1 break-words">
                <Markdown text={bio()} references={makeReferences(app, props.guild ?? "")} />
              </div>
            </Part>
          )}
        </Show>
        <Show when={props.guild} keyed>
          {(guild) => <ProfileRoles guild={guild} user={props.user} />}
        </Show>
        <dl class="flex flex-wrap gap-x-6 gap-y-3">
          <Show when={joined()}>
            {(when) => <Fact name={t("dialogs.memberSince")} value={dayText(when())} />}
          </Show>
          <Fact name={t("dialogs.accountSince")} value={dayText(timeOf(props.user))} />
        </dl>
        <Show when={!own()}>
          <Suspense>
            <ProfileTies user={props.user} bot={user()?.bot === true} onLeave={props.onClose} />
          </Suspense>
        </Show>
        <Show when={own()}>
          <Button
            onClick={() => app.overlays.open({ kind: "user-settings", page: "profile" })}
            icon={<Pencil size={15} />}
          >
            {t("dialogs.editProfile")}
          </Button>
        </Show>
      </div>
    </Popover>
  );
}

export function Part(props: { title: string; children: JSX.Element }) {
  return (
    <section class="flex flex-col gap-1.5 min-w-0">
      <h3 class="eyebrow">{props.title}</h3>
      {props.children}
    </section>
  );
}

function Fact(props: { name: string; value: string }) {
  return (
    <div class="flex flex-col gap-0.5">
      <dt class="eyebrow">{props.name}</dt>
      <dd class="text-sm text-fg-1">{props.value}</dd>
    </div>
  );
}
