import { EventStatus } from "~/api/schedule";
import type { GatewayEvent } from "~/gateway/events";
import { t } from "~/i18n";
import type { App } from "~/state/app";
import type { Toasts } from "~/ui/Toast";

/** Tells that something begins in which one is interested; once, whatever is changed while it runs. */
export function makeEventNotices(app: App, toasts: Toasts) {
  const told = new Set<string>();
  return (event: GatewayEvent) => {
    if (event.t !== "GUILD_SCHEDULED_EVENT_UPDATE") return;
    const { id, guild_id, name, status } = event.d;
    if (status !== EventStatus.running) return void told.delete(id);
    if (told.has(id) || !app.schedule.interests(id)) return;
    told.add(id);
    const text = t("schedule.begins_now", { name });
    toasts.show(text);
    if (typeof Notification === "undefined" || Notification.permission !== "granted") return;
    if (document.hasFocus() || app.settings.values.status === "dnd") return;
    const notice = new Notification(text, {
      body: app.guilds.of(guild_id)?.name ?? "",
      tag: id,
      icon: "/icon.svg",
    });
    notice.onclick = () => {
      window.focus();
      app.overlays.open({ kind: "events", guild: guild_id });
      notice.close();
    };
  };
}
