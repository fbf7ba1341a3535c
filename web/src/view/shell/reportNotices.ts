import type { GatewayEvent } from "~/gateway/events";
import { t } from "~/i18n";
import type { App } from "~/state/app";
import type { Toasts } from "~/ui/Toast";

/** Tells moderators of a new report, and whoever reported of what came of it. */
export function tellOfReport(app: App, toasts: Toasts, event: GatewayEvent) {
  if (event.t === "REPORT_CREATE" && event.d.reporter_id !== app.session.me()?.id) {
    const { guild_id: guild, user_id: user } = event.d;
    const names = { user: app.members.name(guild, user), guild: app.guilds.of(guild)?.name ?? "" };
    toasts.show(t("moderation.reportCame", names));
  }
  if (event.t === "REPORT_ANSWER" && event.d.state !== "open") {
    const user = app.members.name(event.d.guild_id, event.d.user_id);
    const outcome = event.d.outcome ?? t(`moderation.own_${event.d.state}`);
    toasts.show(t("moderation.reportAnswered", { user, outcome }), "ok");
  }
}
