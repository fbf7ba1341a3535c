import ArrowDown from "lucide-solid/icons/arrow-down";
import ArrowUp from "lucide-solid/icons/arrow-up";
import Bell from "lucide-solid/icons/bell";
import CheckCheck from "lucide-solid/icons/check-check";
import Fingerprint from "lucide-solid/icons/fingerprint-pattern";
import Link2 from "lucide-solid/icons/link-2";
import Megaphone from "lucide-solid/icons/megaphone";
import Settings from "lucide-solid/icons/settings-2";
import Trash from "lucide-solid/icons/trash";
import UserPlus from "lucide-solid/icons/user-plus";
import { type Channel, ChannelType } from "~/api/types";
import { t } from "~/i18n";
import type { App } from "~/state/app";
import { isText } from "~/state/channels";
import { pathOf } from "~/state/router";
import type { MenuItem } from "~/ui/Menu";
import { moveChannel } from "./createReordering";

export function channelMenu(app: App, channel: Channel): MenuItem[] {
  const guild = channel.guild_id ?? "";
  const items: MenuItem[] = [];
  const last = channel.last_message_id;
  if (isText(channel)) {
    items.push(
      {
        label: t("shell.markRead"),
        icon: <CheckCheck size={17} />,
        disabled: !app.reads.unread(channel.id),
        onSelect: () => void (last && app.reads.ack(channel.id, last)),
      },
      {
        label: t("search.notifications"),
        icon: <Bell size={17} />,
        onSelect: () => app.overlays.open({ kind: "alerts", guild, channel: channel.id }),
      },
      {
        label: t("shell.copyLink"),
        icon: <Link2 size={17} />,
        onSelect: () => copy(location.origin + pathOf({ at: "channel", guild, channel: channel.id })),
      },
    );
    if (channel.type === ChannelType.announcement)
      items.push({
        label: t("forward.follow"),
        icon: <Megaphone size={17} />,
        onSelect: () => app.overlays.open({ kind: "follow", channel: channel.id }),
      });
    if (app.rights.mayIn("createInvite", channel.id))
      items.push({
        label: t("shell.invitePeople"),
        icon: <UserPlus size={17} />,
        onSelect: () => app.overlays.open({ kind: "invite", guild, channel: channel.id }),
      });
  }
  return [...items, ...manage(app, channel)];
}

export function categoryMenu(app: App, category: Channel): MenuItem[] {
  return manage(app, category);
}

function manage(app: App, channel: Channel): MenuItem[] {
  const items: MenuItem[] = [];
  if (app.rights.mayIn("manageChannels", channel.id))
    items.push(
      {
        label: t("shell.moveUp"),
        icon: <ArrowUp size={17} />,
        onSelect: () => void moveChannel(app, channel, -1),
      },
      {
        label: t("shell.moveDown"),
        icon: <ArrowDown size={17} />,
        onSelect: () => void moveChannel(app, channel, 1),
      },
      {
        label: t("shell.editChannel"),
        icon: <Settings size={17} />,
        onSelect: () => app.overlays.open({ kind: "channel-settings", channel: channel.id }),
      },
      {
        label: t("shell.deleteChannel"),
        icon: <Trash size={17} />,
        danger: true,
        onSelect: () => app.overlays.open({ kind: "delete-channel", channel: channel.id }),
      },
    );
  if (app.settings.values.developer_mode)
    items.push({
      label: t("common.copyId"),
      icon: <Fingerprint size={17} />,
      onSelect: () => copy(channel.id),
    });
  return items;
}

const copy = (text: string) => void navigator.clipboard?.writeText(text);
