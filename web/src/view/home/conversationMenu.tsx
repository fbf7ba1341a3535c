import Bell from "lucide-solid/icons/bell";
import CheckCheck from "lucide-solid/icons/check-check";
import LogOut from "lucide-solid/icons/log-out";
import Pencil from "lucide-solid/icons/pencil";
import UserPlus from "lucide-solid/icons/user-plus";
import X from "lucide-solid/icons/x";
import { type Channel, ChannelType, type Id } from "~/api/types";
import { t } from "~/i18n";
import type { App } from "~/state/app";
import { HOME } from "~/state/home";
import type { MenuItem } from "~/ui/Menu";
import type { Attempt } from "../form/createDeed";

/** What one may do with a conversation. */
export function conversationMenu(app: App, channel: Channel, attempt: Attempt): MenuItem[] {
  const group = channel.type === ChannelType.groupDm;
  const last = channel.last_message_id;
  const items: MenuItem[] = [
    {
      label: t("shell.markRead"),
      icon: <CheckCheck size={17} />,
      disabled: !app.reads.unread(channel.id),
      onSelect: () => void (last && app.reads.ack(channel.id, last)),
    },
  ];
  items.push({
    label: t("search.notifications"),
    icon: <Bell size={17} />,
    onSelect: () => app.overlays.open({ kind: "alerts", guild: HOME, channel: channel.id }),
  });
  if (group)
    items.push(
      {
        label: t("home.addPeople"),
        icon: <UserPlus size={17} />,
        onSelect: () => app.overlays.open({ kind: "new-conversation", group: channel.id }),
      },
      {
        label: t("home.rename"),
        icon: <Pencil size={17} />,
        onSelect: () => app.overlays.open({ kind: "rename-group", group: channel.id }),
      },
    );
  items.push("separator", {
    label: t(group ? "home.leave" : "home.close"),
    icon: group ? <LogOut size={17} /> : <X size={17} />,
    danger: group,
    onSelect: () => leaveConversation(app, channel, attempt),
  });
  return items;
}

export function leaveConversation(app: App, channel: Channel, attempt: Attempt) {
  if (app.openChannel() === channel.id) app.router.go({ at: "channel", guild: HOME });
  attempt(app.api.people.leave(channel.id));
}

/** Opens the conversation with somebody, which begins if there is none. */
export async function talkTo(app: App, user: Id) {
  const channel = await app.api.people.talk(user);
  app.apply({ t: "CHANNEL_CREATE", d: channel });
  app.layout.closeDrawer();
  app.router.go({ at: "channel", guild: HOME, channel: channel.id });
}
