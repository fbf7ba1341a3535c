import Plus from "lucide-solid/icons/plus";
import { createMemo, For, Show } from "solid-js";
import type { Id } from "~/api/types";
import { t } from "~/i18n";
import { useApp } from "~/state/app";
import { HOME } from "~/state/home";
import { type Folder, isFolder } from "~/state/rail";
import { Badge } from "~/ui/Badge";
import { IconButton } from "~/ui/IconButton";
import { Logo } from "~/ui/Logo";
import { Tooltip } from "~/ui/Tooltip";
import { createDeed } from "../form/createDeed";
import { Link } from "../Link";
import { GuildFolder } from "./GuildFolder";
import { GuildIcon } from "./GuildIcon";
import { railNow } from "./railDeeds";
import { createRailDrag } from "./railDrag";
import { steerRows } from "./rows";

/** The communities, as a column of their icons. */
export function GuildRail() {
  const app = useApp();
  const drag = createRailDrag(app, createDeed());
  // Kept by what they are, so that an icon is not made anew, and does not lose the focus, when the order changes.
  const rows = createMemo<Row[]>((before) => {
    const known = new Map(before.map((row) => [keyOf(row), row]));
    return railNow(app).map((item) => {
      const row = isFolder(item) ? { folder: item } : { guild: item };
      const same = known.get(keyOf(row));
      return same && !isFolder(item) ? same : row;
    });
  }, []);
  return (
    <nav
      aria-label={t("shell.communities")}
      class="flex flex-col items-center w-18 shrink-0 py-3 gap-2 overflow-y-auto [scrollbar-width:none]"
      onKeyDown={steerRows}
    >
      <HomeButton />
      <ul class="flex flex-col items-center gap-2 w-full">
        <For each={rows()}>{(row) => <Row row={row} drag={drag} />}</For>
      </ul>
      <IconButton
        label={t("shell.addCommunity")}
        side="end"
        data-row=""
        class="w-12! h-12! rounded-[30%]! border border-dashed border-line-strong hover:(border-solid border-accent text-accent)"
        onClick={() => app.overlays.open({ kind: "create-guild" })}
      >
        <Plus size={22} />
      </IconButton>
    </nav>
  );
}

/** To friends and conversations; conversations in which somebody waits are counted. */
function HomeButton() {
  const app = useApp();
  const here = () => {
    const route = app.router.route();
    return route.at === "channel" && route.guild === HOME;
  };
  const waiting = () => app.reads.guildMentions(HOME) + app.friends.incoming().length;
  const target = () => {
    const channel = app.layout.lastChannel(HOME);
    return { at: "channel" as const, guild: HOME, ...(channel && app.channels.of(channel) && { channel }) };
  };
  const label = () =>
    [t("home.title"), waiting() ? t("shell.mentions", { count: waiting() }) : ""].filter(Boolean).join(", ");
  return (
    <Tooltip text={t("home.title")} side="end">
      <Link
        to={target()}
        data-row=""
        aria-label={label()}
        aria-current={here() ? "page" : undefined}
        class="relative flex items-center justify-center w-12 h-12 rounded-[30%] transition-colors hover:(bg-bg-hover no-underline) aria-[current=page]:bg-bg-active"
      >
        <Logo size={30} />
        <Show when={waiting()}>
          <span class="absolute -end-1.5 -bottom-1 rounded-full ring-3 ring-[var(--bg-0)]">
            <Badge kind="mention">{Math.min(waiting(), 99)}</Badge>
          </span>
        </Show>
      </Link>
    </Tooltip>
  );
}

type Row = { folder: Folder } | { guild: Id };

const keyOf = (row: Row) => ("folder" in row ? `folder ${row.folder.id}` : row.guild);

function Row(props: { row: Row; drag: ReturnType<typeof createRailDrag> }) {
  return (
    <Show
      when={"folder" in props.row ? props.row.folder : undefined}
      fallback={<Single guild={"guild" in props.row ? props.row.guild : ""} drag={props.drag} />}
    >
      {(folder) => (
        <li
          class="relative flex justify-center w-full"
          classList={aimClasses(props.drag, folder().id)}
          {...props.drag.handlers(folder().id)}
        >
          <GuildFolder folder={folder()}>
            <ul class="flex flex-col items-center gap-2 w-18">
              <For each={folder().guilds}>{(guild) => <Single guild={guild} drag={props.drag} />}</For>
            </ul>
          </GuildFolder>
        </li>
      )}
    </Show>
  );
}

function Single(props: { guild: Id; drag: ReturnType<typeof createRailDrag> }) {
  const app = useApp();
  return (
    <Show when={app.guilds.of(props.guild)}>
      {(guild) => (
        <li
          class="relative flex justify-center w-full"
          classList={aimClasses(props.drag, props.guild)}
          {...props.drag.handlers(props.guild)}
        >
          <GuildIcon guild={guild()} />
        </li>
      )}
    </Show>
  );
}

/** A line where it would come to stand, or a ring around what it would join. */
function aimClasses(drag: ReturnType<typeof createRailDrag>, at: Id | number) {
  const edge = drag.target()?.at === at ? drag.target()?.edge : undefined;
  return {
    "before:(content-empty absolute -top-1.5 inset-x-3 h-1 rounded-full bg-accent)": edge === "before",
    "after:(content-empty absolute -bottom-1.5 inset-x-3 h-1 rounded-full bg-accent)": edge === "after",
    "[&_a]:(ring-3 ring-[var(--accent)])": edge === "into",
  };
}
