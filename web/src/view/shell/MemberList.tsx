import Crown from "lucide-solid/icons/crown";
import { createMemo, createSignal, For, onMount, Show } from "solid-js";
import { avatarUrl } from "~/api/cdn";
import type { Guild, Member } from "~/api/types";
import { t } from "~/i18n";
import { useApp } from "~/state/app";
import { type RosterGroup, rosterOf } from "~/state/roster";
import { Avatar } from "~/ui/Avatar";
import { ContextMenu } from "~/ui/ContextMenu";
import { memberMenu } from "../dialogs/memberMenu";
import { createDeed } from "../form/createDeed";
import { NameColour } from "../NameColour";
import { steerRows } from "./rows";
import { statusName } from "./status";

const ROW_PX = 44;
const HEAD_PX = 40;
const OVERSCAN_PX = 400;

type Row = { top: number } & ({ group: RosterGroup } | { member: Member; faint: boolean });

/** Who is here, by role. Only the rows on the screen exist, as communities may have thousands of members. */
export function MemberList(props: { guild: Guild }) {
  const app = useApp();
  const [view, setView] = createSignal({ top: 0, height: 1000 });
  let scroller!: HTMLElement;
  const groups = createMemo(() =>
    rosterOf(props.guild, app.members.inGuild(props.guild.id), app.presence.status, (user) =>
      app.members.name(props.guild.id, user),
    ),
  );
  const layout = createMemo(() => rowsOf(groups()));
  const shown = () => {
    const { top, height } = view();
    return layout().rows.filter((row) => row.top > top - OVERSCAN_PX && row.top < top + height + OVERSCAN_PX);
  };
  const look = () => setView({ top: scroller.scrollTop, height: scroller.clientHeight });
  onMount(look);
  return (
    <aside
      ref={scroller}
      aria-label={t("shell.members")}
      class="w-60 max-md:w-full shrink-0 h-full overflow-y-auto bg-bg-1 border-s border-line px-2 py-2"
      onScroll={look}
      onKeyDown={steerRows}
    >
      <ul class="relative" style={{ height: `${layout().height}px` }}>
        <For each={shown()}>
          {(row) => (
            <li class="absolute inset-x-0" style={{ top: `${row.top}px` }}>
              {"group" in row ? (
                <GroupHead group={row.group} />
              ) : (
                <MemberRow guild={props.guild} member={row.member} faint={row.faint} />
              )}
            </li>
          )}
        </For>
      </ul>
    </aside>
  );
}

function rowsOf(groups: RosterGroup[]): { rows: Row[]; height: number } {
  const rows: Row[] = [];
  let top = 0;
  for (const group of groups) {
    rows.push({ top, group });
    top += HEAD_PX;
    for (const member of group.members) {
      rows.push({ top, member, faint: group.key === "offline" });
      top += ROW_PX;
    }
  }
  return { rows, height: top };
}

function GroupHead(props: { group: RosterGroup }) {
  const name = () =>
    props.group.role?.name ?? t(props.group.key === "online" ? "common.online" : "common.offlineStatus");
  return (
    <h2 class="flex items-end gap-1.5 h-10 px-2 pb-1.5 text-xs font-semibold text-fg-2">
      <bdi class="truncate">{name()}</bdi>
      <span class="font-medium tabular-nums">{props.group.members.length}</span>
    </h2>
  );
}

function MemberRow(props: { guild: Guild; member: Member; faint: boolean }) {
  const app = useApp();
  const user = () => props.member.user;
  const name = () => app.members.name(props.guild.id, user().id);
  const motto = () => app.presence.motto(user().id);
  const status = () => app.presence.status(user().id);
  const attempt = createDeed();
  const items = () =>
    memberMenu(
      app,
      { user: user().id, guild: props.guild.id },
      (kind) => app.overlays.open({ kind, guild: props.guild.id, user: user().id }),
      attempt,
    );
  return (
    <ContextMenu label={name()} items={items}>
      <button
        type="button"
        data-row=""
        class="flex items-center gap-2.5 w-full h-11 px-2 rounded-sm text-start cursor-pointer transition-colors hover:bg-bg-hover -outline-offset-2"
        onClick={(event) =>
          app.overlays.open({
            kind: "profile",
            user: user().id,
            guild: props.guild.id,
            anchor: event.currentTarget,
          })
        }
      >
        <span class="contents" classList={{ "[&>span]:(op-80 grayscale-60)": props.faint }}>
          <Avatar
            id={user().id}
            name={name()}
            src={avatarUrl(user())}
            size={32}
            status={props.faint ? undefined : status()}
            statusLabel={statusName(status())}
          />
        </span>
        <span class="flex-1 min-w-0">
          <span class="flex items-center gap-1.5">
            <Show
              when={!props.faint}
              fallback={<bdi class="truncate text-sm font-medium leading-4.5 text-fg-2">{name()}</bdi>}
            >
              <NameColour
                guild={props.guild.id}
                user={user().id}
                class="truncate text-sm font-medium leading-4.5"
              >
                {name()}
              </NameColour>
            </Show>
            <Show when={props.guild.owner_id === user().id}>
              <Crown size={13} class="shrink-0 text-warn" role="img" aria-label={t("shell.owner")} />
            </Show>
          </span>
          <Show when={motto()}>
            <span class="block truncate text-xs leading-4 text-fg-2">{motto()}</span>
          </Show>
        </span>
      </button>
    </ContextMenu>
  );
}
