import Plus from "lucide-solid/icons/plus";
import { For, Show } from "solid-js";
import { iconUrl } from "~/api/cdn";
import type { Guild } from "~/api/types";
import { t } from "~/i18n";
import { useApp } from "~/state/app";
import { HOME } from "~/state/home";
import { Avatar } from "~/ui/Avatar";
import { Badge } from "~/ui/Badge";
import { ContextMenu } from "~/ui/ContextMenu";
import { IconButton } from "~/ui/IconButton";
import { Logo } from "~/ui/Logo";
import { Tooltip } from "~/ui/Tooltip";
import { Link } from "../Link";
import { guildMenu } from "./guildMenu";
import { steerRows } from "./rows";

/** The communities, as a column of their icons. */
export function GuildRail() {
  const app = useApp();
  return (
    <nav
      aria-label={t("shell.communities")}
      class="flex flex-col items-center w-18 shrink-0 py-3 gap-2 overflow-y-auto [scrollbar-width:none]"
      onKeyDown={steerRows}
    >
      <HomeButton />
      <ul class="flex flex-col items-center gap-2 w-full">
        <For each={app.guilds.all()}>
          {(guild) => (
            <li class="relative flex justify-center w-full">
              <GuildIcon guild={guild} />
            </li>
          )}
        </For>
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

function GuildIcon(props: { guild: Guild }) {
  const app = useApp();
  const here = () => {
    const route = app.router.route();
    return route.at === "channel" && route.guild === props.guild.id;
  };
  const mentions = () => app.reads.guildMentions(props.guild.id);
  const unread = () => app.reads.guildUnread(props.guild.id);
  const label = () =>
    [
      props.guild.name,
      mentions() ? t("shell.mentions", { count: mentions() }) : unread() ? t("shell.unread") : "",
    ]
      .filter(Boolean)
      .join(", ");
  const target = () => {
    const channel = app.layout.lastChannel(props.guild.id);
    return { at: "channel" as const, guild: props.guild.id, ...(channel && { channel }) };
  };
  return (
    <>
      <span
        aria-hidden="true"
        class="absolute start-0 top-1/2 translate-y--1/2 w-1 rounded-e-full bg-fg-0 transition-all duration-150"
        classList={{ "h-9": here(), "h-2": !here() && unread(), "h-0": !here() && !unread() }}
      />
      <ContextMenu label={props.guild.name} items={() => guildMenu(app, props.guild)}>
        <Tooltip text={props.guild.name} side="end">
          <Link
            to={target()}
            data-row=""
            aria-label={label()}
            aria-current={here() ? "page" : undefined}
            class="relative block rounded-[30%] transition-transform hover:scale-104 hover:no-underline"
          >
            <Avatar id={props.guild.id} name={props.guild.name} src={iconUrl(props.guild)} size={48} square />
            <Show when={mentions()}>
              <span class="absolute -end-1.5 -bottom-1 rounded-full ring-3 ring-[var(--bg-0)]">
                <Badge kind="mention">{Math.min(mentions(), 99)}</Badge>
              </span>
            </Show>
          </Link>
        </Tooltip>
      </ContextMenu>
    </>
  );
}
