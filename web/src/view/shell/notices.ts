import type { Message } from "~/api/types";
import type { GatewayEvent } from "~/gateway/events";
import { AlertLevel } from "~/state/alerts";
import type { App } from "~/state/app";
import { HOME, isPrivate } from "~/state/home";

const TEXT_MAX = 160;

/** Tells of a message by the browser's notification, when the person is elsewhere, allowed it and wants to hear of it. */
export function tellOf(app: App, event: GatewayEvent) {
  if (event.t !== "MESSAGE_CREATE" || !wanted(app, event.d)) return;
  const message = event.d;
  const channel = app.channels.of(message.channel_id);
  if (!channel) return;
  const guild = channel.guild_id ?? HOME;
  const name = app.members.name(guild, message.author.id, message.author);
  const notice = new Notification(isPrivate(channel) ? name : `${name} · #${channel.name}`, {
    body: message.content.slice(0, TEXT_MAX),
    tag: channel.id,
    icon: "/icon.svg",
  });
  notice.onclick = () => {
    window.focus();
    app.router.go({ at: "channel", guild, channel: channel.id, message: message.id });
    notice.close();
  };
}

function wanted(app: App, message: Message): boolean {
  if (typeof Notification === "undefined" || Notification.permission !== "granted") return false;
  if (message.author.id === app.session.me()?.id || app.friends.blocks(message.author.id)) return false;
  if (wantsQuiet(app)) return false;
  const channel = app.channels.of(message.channel_id);
  const guild = channel?.guild_id;
  const line = app.channels.line(message.channel_id);
  if (!channel || !guild || app.alerts.muted(guild, line)) return false;
  if (document.hasFocus() && app.openChannel() === channel.id) return false;
  const usual = isPrivate(channel)
    ? AlertLevel.all
    : (app.guilds.of(guild)?.default_message_notifications ?? AlertLevel.calls);
  const level = app.alerts.level(guild, line, usual);
  if (level === AlertLevel.nothing) return false;
  return level === AlertLevel.all || app.reads.concernsMe(message) || named(app, message);
}

/** Whether nothing is to sound or pop up now. */
export const wantsQuiet = (app: App) => app.settings.values.status === "dnd" || quiet(app, new Date());

/** Whether one of the person's own words stands in it. */
const named = (app: App, message: Message) =>
  (app.settings.values.keywords ?? []).some((word) =>
    message.content.toLowerCase().includes(word.toLowerCase()),
  );

/** Quiet hours may last over midnight. */
function quiet(app: App, now: Date): boolean {
  const hours = app.settings.values.quiet_hours;
  if (!hours) return false;
  const minute = now.getHours() * 60 + now.getMinutes();
  return hours.from <= hours.to
    ? minute >= hours.from && minute < hours.to
    : minute >= hours.from || minute < hours.to;
}
