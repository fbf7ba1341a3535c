import { createResource, For, onCleanup, Show } from "solid-js";
import type { OwnReport } from "~/api/moderation";
import { t } from "~/i18n";
import { distanceText } from "~/i18n/dates";
import { useApp } from "~/state/app";
import { displayName } from "~/state/members";
import { Badge } from "~/ui/Badge";
import { InboxNothing } from "./InboxNothing";

/** What one has reported, and what came of it. */
export function InboxReports() {
  const app = useApp();
  const [page, { mutate }] = createResource(app.api.moderation.ownReports);
  onCleanup(
    app.listen((event) => {
      if (event.t !== "REPORT_ANSWER") return;
      mutate(
        (known) =>
          known && {
            ...known,
            reports: known.reports.map((one) => (one.id === event.d.id ? event.d : one)),
          },
      );
    }),
  );
  const reports = () => (page.error ? [] : (page()?.reports ?? []));
  const nameOf = (report: OwnReport) =>
    displayName(page()?.users.find((one) => one.id === report.user_id)) ?? t("moderation.someone");
  return (
    <Show
      when={reports().length > 0}
      fallback={
        <Show when={!page.loading}>
          <InboxNothing text={t(page.error ? "chat.loadFailed" : "moderation.noOwnReports")} />
        </Show>
      }
    >
      <ul class="flex flex-col gap-2">
        <For each={reports()}>
          {(report) => (
            <li class="card flex flex-col gap-1.5 px-3 py-3 text-sm leading-5.5">
              <p class="flex flex-wrap items-center gap-2">
                <strong>{t("moderation.ownReport", { user: nameOf(report) })}</strong>
                <Badge kind={report.state === "open" ? "quiet" : "accent"}>
                  {t(`moderation.own_${report.state}`)}
                </Badge>
                <span class="ms-auto text-xs text-fg-2">{distanceText(report.created_at)}</span>
              </p>
              <p dir="auto" class="text-fg-1 break-words">
                {report.reason}
              </p>
              <Show when={report.state !== "open" && report.outcome}>
                {(outcome) => (
                  <p dir="auto" class="ps-3 border-s-4 border-accent break-words">
                    {outcome()}
                  </p>
                )}
              </Show>
            </li>
          )}
        </For>
      </ul>
    </Show>
  );
}
