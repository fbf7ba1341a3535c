import FolderIcon from "lucide-solid/icons/folder-open";
import FolderX from "lucide-solid/icons/folder-x";
import Pencil from "lucide-solid/icons/pencil";
import { For, type JSX, Show } from "solid-js";
import { iconUrl } from "~/api/cdn";
import { t } from "~/i18n";
import { useApp } from "~/state/app";
import { type Folder, ungrouped } from "~/state/rail";
import { Avatar } from "~/ui/Avatar";
import { Badge } from "~/ui/Badge";
import { ContextMenu } from "~/ui/ContextMenu";
import type { MenuItem } from "~/ui/Menu";
import { Tooltip } from "~/ui/Tooltip";
import { createDeed } from "../form/createDeed";
import { keepRail, railNow } from "./railDeeds";

const SHOWN = 4;

/** Communities that stand together: closed, their small icons in one square; open, one below the other. */
export function GuildFolder(props: { folder: Folder; children: JSX.Element }) {
  const app = useApp();
  const attempt = createDeed();
  const key = () => `folder:${props.folder.id}`;
  const opened = () => app.layout.isCollapsed(key());
  const guilds = () => props.folder.guilds.flatMap((id) => app.guilds.of(id) ?? []);
  const mentions = () => props.folder.guilds.reduce((sum, id) => sum + app.reads.guildMentions(id), 0);
  const unread = () => props.folder.guilds.some((id) => app.reads.guildUnread(id));
  const name = () =>
    props.folder.name ||
    guilds()
      .map((guild) => guild.name)
      .join(", ");
  const label = () =>
    [
      t("shell.folder", { name: name() }),
      mentions() ? t("shell.mentions", { count: mentions() }) : unread() ? t("shell.unread") : "",
    ]
      .filter(Boolean)
      .join(", ");
  const colour = () =>
    props.folder.color ? `#${props.folder.color.toString(16).padStart(6, "0")}` : "var(--accent)";
  const items = (): MenuItem[] => [
    {
      label: t("shell.editFolder"),
      icon: <Pencil size={17} />,
      onSelect: () => app.overlays.open({ kind: "guild-folder", folder: props.folder.id }),
    },
    {
      label: t("shell.ungroup"),
      icon: <FolderX size={17} />,
      onSelect: () => attempt(keepRail(app, ungrouped(railNow(app), props.folder.id))),
    },
  ];
  return (
    <div
      class="flex flex-col items-center gap-2 w-14 py-1 rounded-[1rem] transition-colors"
      style={{
        "background-color": opened() ? `color-mix(in oklab, ${colour()} 18%, transparent)` : undefined,
      }}
    >
      <ContextMenu label={name()} items={items}>
        <Tooltip text={name()} side="end">
          <button
            type="button"
            data-row=""
            aria-expanded={opened()}
            aria-label={label()}
            class="relative grid place-items-center w-12 h-12 rounded-[30%] cursor-pointer"
            style={{ "background-color": `color-mix(in oklab, ${colour()} 30%, var(--bg-2))` }}
            onClick={() => app.layout.toggleCategory(key())}
          >
            <Show
              when={!opened()}
              fallback={<FolderIcon size={22} style={{ color: colour() }} aria-hidden="true" />}
            >
              <span class="grid grid-cols-2 gap-0.5" aria-hidden="true">
                <For each={guilds().slice(0, SHOWN)}>
                  {(guild) => (
                    <Avatar id={guild.id} name={guild.name} src={iconUrl(guild)} size={18} square />
                  )}
                </For>
              </span>
              <Show when={mentions()}>
                <span class="absolute -end-1.5 -bottom-1 rounded-full ring-3 ring-[var(--bg-0)]">
                  <Badge kind="mention">{Math.min(mentions(), 99)}</Badge>
                </span>
              </Show>
            </Show>
          </button>
        </Tooltip>
      </ContextMenu>
      <Show when={opened()}>{props.children}</Show>
    </div>
  );
}
