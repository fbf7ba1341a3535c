import Ban from "lucide-solid/icons/ban";
import Copy from "lucide-solid/icons/copy";
import Flag from "lucide-solid/icons/flag";
import Pencil from "lucide-solid/icons/pencil";
import Timer from "lucide-solid/icons/timer";
import UserMinus from "lucide-solid/icons/user-minus";
import type { Id } from "~/api/types";
import { t } from "~/i18n";
import type { App } from "~/state/app";
import type { MenuItem } from "~/ui/Menu";
import { appItems } from "../bots/appItems";
import type { Attempt } from "../form/createDeed";
import { timedOut } from "./Timeout";

export type MemberDeed = "nickname" | "timeout" | "kick" | "ban" | "report";

/** What one may do to somebody in a guild; empty where there is nothing. */
export function memberMenu(
  app: App,
  about: { user: Id; guild?: Id | undefined },
  open: (dialog: MemberDeed) => void,
  /** Without it, applications offer nothing. */
  attempt?: Attempt,
): MenuItem[] {
  const { guild, user } = about;
  const items: MenuItem[] = [];
  const own = user === app.session.me()?.id;
  const below = guild !== undefined && !own && app.rights.outranks(guild, user);
  if (guild && app.members.of(guild, user)) {
    if (own ? app.rights.may("changeNickname", guild) : below && app.rights.may("manageNicknames", guild))
      items.push({
        label: t("settings.memberNickname"),
        icon: <Pencil size={16} />,
        onSelect: () => open("nickname"),
      });
    if (below && app.rights.may("moderateMembers", guild))
      items.push({
        label: t(timedOut(app, guild, user) ? "moderation.timeoutEnd" : "moderation.timeout"),
        icon: <Timer size={16} />,
        onSelect: () => open("timeout"),
      });
    if (!own)
      items.push({
        label: t("moderation.reportMember"),
        icon: <Flag size={16} />,
        onSelect: () => open("report"),
      });
    if (below && app.rights.may("kickMembers", guild))
      items.push({
        label: t("settings.memberKick"),
        icon: <UserMinus size={16} />,
        danger: true,
        onSelect: () => open("kick"),
      });
    if (below && app.rights.may("banMembers", guild))
      items.push({
        label: t("settings.memberBan"),
        icon: <Ban size={16} />,
        danger: true,
        onSelect: () => open("ban"),
      });
  }
  const place = app.openChannel();
  if (guild && place && attempt) items.push(...appItems(app, 2, place, user, attempt));
  if (app.settings.values.developer_mode)
    items.push({
      label: t("common.copyId"),
      icon: <Copy size={16} />,
      onSelect: () => void navigator.clipboard?.writeText(user),
    });
  return items;
}
