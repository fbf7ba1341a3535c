import { Show } from "solid-js";
import { iconUrl } from "~/api/cdn";
import type { Guild } from "~/api/types";
import { t } from "~/i18n";
import { useApp } from "~/state/app";
import { stepped } from "~/state/rail";
import { Avatar } from "~/ui/Avatar";
import { Badge } from "~/ui/Badge";
import { ContextMenu } from "~/ui/ContextMenu";
import { Tooltip } from "~/ui/Tooltip";
import { createDeed } from "../form/createDeed";
import { Link } from "../Link";
import { guildMenu } from "./guildMenu";
import { keepRail, railNow } from "./railDeeds";
import { railItems } from "./railMenu";

/** One community in the rail. */
export function GuildIcon(props: { guild: Guild }) {
  const app = useApp();
  const attempt = createDeed();
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
  const press = (event: KeyboardEvent) => {
    if (!event.altKey || (event.key !== "ArrowUp" && event.key !== "ArrowDown")) return;
    event.preventDefault();
    event.stopPropagation();
    attempt(keepRail(app, stepped(railNow(app), props.guild.id, event.key === "ArrowUp" ? -1 : 1)));
    const id = props.guild.id;
    queueMicrotask(() => document.querySelector<HTMLElement>(`[data-guild="${id}"] a`)?.focus());
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only listens to the link inside.
    <div data-guild={props.guild.id} class="contents" onKeyDown={press}>
      <span
        aria-hidden="true"
        class="absolute start-0 top-1/2 translate-y--1/2 w-1 rounded-e-full bg-fg-0 transition-all duration-150"
        classList={{ "h-9": here(), "h-2": !here() && unread(), "h-0": !here() && !unread() }}
      />
      <ContextMenu
        label={props.guild.name}
        items={() => [...guildMenu(app, props.guild), ...railItems(app, props.guild.id, attempt)]}
      >
        <Tooltip text={props.guild.name} side="end">
          <Link
            to={target()}
            data-row=""
            draggable={false}
            aria-label={label()}
            aria-current={here() ? "page" : undefined}
            aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown"
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
    </div>
  );
}
