import Bell from "lucide-solid/icons/bell";
import CalendarDays from "lucide-solid/icons/calendar-days";
import CheckCheck from "lucide-solid/icons/check-check";
import FolderPlus from "lucide-solid/icons/folder-plus";
import Hash from "lucide-solid/icons/hash";
import ListChecks from "lucide-solid/icons/list-checks";
import LogOut from "lucide-solid/icons/log-out";
import Settings from "lucide-solid/icons/settings-2";
import UserPlus from "lucide-solid/icons/user-plus";
import type { Guild } from "~/api/types";
import { t } from "~/i18n";
import type { App } from "~/state/app";
import type { MenuItem } from "~/ui/Menu";

/** What one may do with a community, from its name in the sidebar or its icon in the rail. */
export function guildMenu(app: App, guild: Guild): MenuItem[] {
  const id = guild.id;
  const may = (right: Parameters<typeof app.rights.may>[0]) => app.rights.may(right, id);
  const items: MenuItem[] = [
    {
      label: t("shell.markRead"),
      icon: <CheckCheck size={17} />,
      onSelect: () => void app.reads.ackGuild(id),
    },
    {
      label: t("search.notifications"),
      icon: <Bell size={17} />,
      onSelect: () => app.overlays.open({ kind: "alerts", guild: id }),
    },
  ];
  items.push({
    label: t("schedule.events"),
    icon: <CalendarDays size={17} />,
    onSelect: () => app.overlays.open({ kind: "events", guild: id }),
  });
  if (guild.onboarding_enabled)
    items.push({
      label: t("guild.answersTitle"),
      icon: <ListChecks size={17} />,
      onSelect: () => app.overlays.open({ kind: "answers", guild: id }),
    });
  if (may("createInvite"))
    items.push({
      label: t("shell.invitePeople"),
      icon: <UserPlus size={17} />,
      onSelect: () => app.overlays.open({ kind: "invite", guild: id }),
    });
  if (may("manageGuild") || may("manageRoles") || may("banMembers") || may("manageChannels"))
    items.push({
      label: t("shell.communitySettings"),
      icon: <Settings size={17} />,
      onSelect: () => app.overlays.open({ kind: "guild-settings", guild: id }),
    });
  if (may("manageChannels"))
    items.push(
      "separator",
      {
        label: t("shell.createChannel"),
        icon: <Hash size={17} />,
        onSelect: () => app.overlays.open({ kind: "create-channel", guild: id }),
      },
      {
        label: t("shell.createCategory"),
        icon: <FolderPlus size={17} />,
        onSelect: () => app.overlays.open({ kind: "create-category", guild: id }),
      },
    );
  if (guild.owner_id !== app.session.me()?.id)
    items.push("separator", {
      label: t("shell.leave"),
      icon: <LogOut size={17} />,
      danger: true,
      onSelect: () => app.overlays.open({ kind: "leave-guild", guild: id }),
    });
  return items;
}
