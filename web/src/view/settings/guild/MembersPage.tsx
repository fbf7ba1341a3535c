import Ellipsis from "lucide-solid/icons/ellipsis";
import Search from "lucide-solid/icons/search";
import Users from "lucide-solid/icons/users";
import { createMemo, createResource, createSignal, For, Show } from "solid-js";
import type { Id, Member } from "~/api/types";
import { t } from "~/i18n";
import { distanceText, momentText } from "~/i18n/dates";
import { useApp } from "~/state/app";
import { Avatar } from "~/ui/Avatar";
import { Badge } from "~/ui/Badge";
import { Button } from "~/ui/Button";
import { EmptyState } from "~/ui/EmptyState";
import { MenuButton } from "~/ui/MenuButton";
import { TextInput } from "~/ui/TextInput";
import { memberMenu } from "../../dialogs/memberMenu";
import { ProfileRoles } from "../../dialogs/ProfileRoles";
import { fuzzy } from "../../palette/fuzzy";
import { PageHeader } from "../PageHeader";
import { type MemberDialog, MemberDialogs } from "./MemberDialogs";
import { PruneDialog } from "./PruneDialog";

const SHOWN = 50;
const WAIT_MS = 250;

/** Everybody in the guild, with what one may do about each. A large guild is searched on the server. */
export function MembersPage(props: { guild: Id }) {
  const app = useApp();
  const [query, setQuery] = createSignal("");
  const [limit, setLimit] = createSignal(SHOWN);
  const [asked, ask] = createSignal("");
  const [dialog, openDialog] = createSignal<MemberDialog>();
  const [pruning, prune] = createSignal(false);
  const mayPrune = () =>
    app.rights.may("kickMembers", props.guild) && app.rights.may("manageGuild", props.guild);
  const large = () => app.guilds.of(props.guild)?.large === true;
  let timer: number | undefined;
  const typed = (text: string) => {
    setQuery(text);
    setLimit(SHOWN);
    clearTimeout(timer);
    timer = window.setTimeout(() => ask(text.trim()), WAIT_MS);
  };
  const [remote] = createResource(
    () => large() && { guild: props.guild, text: asked() },
    ({ guild, text }) =>
      text ? app.api.members.search(guild, text, 100) : app.api.members.list(guild, { limit: 100 }),
  );
  const name = (member: Member) => member.nick || member.user.global_name || member.user.username;
  const found = createMemo(() => {
    const known = new Map(
      [...(remote() ?? []), ...app.members.inGuild(props.guild)].map((member) => [member.user.id, member]),
    );
    return [...known.values()]
      .filter((member) =>
        fuzzy(query(), `${name(member)} ${member.user.global_name ?? ""} ${member.user.username}`),
      )
      .sort((a, b) => name(a).localeCompare(name(b)));
  });
  return (
    <>
      <PageHeader
        title={t("settings.members")}
        text={t("common.members", { count: app.guilds.of(props.guild)?.member_count ?? found().length })}
        action={
          <Show when={mayPrune()}>
            <Button kind="danger-quiet" onClick={() => prune(true)}>
              {t("guild.prune")}
            </Button>
          </Show>
        }
      />
      <div class="mb-4">
        <TextInput
          label={t("settings.memberSearch")}
          hideLabel
          type="search"
          placeholder={t("settings.memberSearch")}
          before={<Search size={16} />}
          value={query()}
          onValue={typed}
          autocomplete="off"
        />
      </div>
      <Show
        when={found().length > 0}
        fallback={
          <EmptyState icon={<Users size={28} />} title={t("settings.memberNoMatch", { query: query() })} />
        }
      >
        <ul class="card divide-y divide-line">
          <For each={found().slice(0, limit())}>
            {(member) => (
              <MemberRow guild={props.guild} member={member} name={name(member)} onDialog={openDialog} />
            )}
          </For>
        </ul>
        <Show when={found().length > limit()}>
          <Button class="self-center mt-4" onClick={() => setLimit(limit() + SHOWN)}>
            {t("settings.memberMore")}
          </Button>
        </Show>
      </Show>
      <MemberDialogs guild={props.guild} open={dialog()} onClose={() => openDialog(undefined)} />
      <Show when={pruning()}>
        <PruneDialog guild={props.guild} onClose={() => prune(false)} />
      </Show>
    </>
  );
}

function MemberRow(props: { guild: Id; member: Member; name: string; onDialog(dialog: MemberDialog): void }) {
  const app = useApp();
  const id = () => props.member.user.id;
  const items = () =>
    memberMenu(app, { user: id(), guild: props.guild }, (kind) => props.onDialog({ kind, user: id() }));
  return (
    <li class="flex flex-wrap items-center gap-x-4 gap-y-2 ps-4 pe-2 py-3">
      <Avatar id={id()} name={props.name} size={40} status={app.presence.status(id())} />
      <div class="flex-1 min-w-45">
        <p class="title-sm flex items-center gap-2 min-w-0">
          <span class="truncate">{props.name}</span>
          <Show when={app.guilds.of(props.guild)?.owner_id === id()}>
            <Badge>{t("dialogs.owner")}</Badge>
          </Show>
          <Show when={props.member.user.bot}>
            <Badge kind="accent">{t("dialogs.bot")}</Badge>
          </Show>
        </p>
        <p class="hint-text truncate" title={momentText(props.member.joined_at)}>
          @{props.member.user.username} ·{" "}
          {t("settings.memberJoined", { when: distanceText(props.member.joined_at) })}
        </p>
      </div>
      <div class="max-sm:(order-last w-full ps-14) sm:max-w-70">
        <ProfileRoles guild={props.guild} user={id()} bare />
      </div>
      <span class="w-9">
        <Show when={items().length > 0}>
          <MenuButton label={t("settings.memberActions", { name: props.name })} items={items}>
            <Ellipsis size={18} />
          </MenuButton>
        </Show>
      </span>
    </li>
  );
}
