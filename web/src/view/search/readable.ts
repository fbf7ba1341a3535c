import type { Id } from "~/api/types";
import { t } from "~/i18n";
import type { App } from "~/state/app";

const MARKS = /<(?:@!?(\d+)|@&(\d+)|#(\d+)|a?:(\w+):\d+)>/g;

/** A text with names in place of the marks that stand for people, roles, channels and emoji. */
export function readable(app: App, guild: Id, text: string): string {
  return text.replace(MARKS, (_, user?: Id, role?: Id, channel?: Id, emoji?: string) => {
    if (user) return `@${app.members.user(user) ? app.members.name(guild, user) : t("chat.unknownUser")}`;
    if (role) return `@${app.guilds.of(guild)?.roles.find((one) => one.id === role)?.name ?? role}`;
    if (channel) return `#${app.channels.of(channel)?.name ?? channel}`;
    return `:${emoji}:`;
  });
}
