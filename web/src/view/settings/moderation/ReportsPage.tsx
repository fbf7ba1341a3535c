import Flag from "lucide-solid/icons/flag";
import { createResource, createSignal, For, Show } from "solid-js";
import type { Report, ReportChange } from "~/api/moderation";
import type { Id } from "~/api/types";
import { t } from "~/i18n";
import { useApp } from "~/state/app";
import { displayName } from "~/state/members";
import { compareIds } from "~/state/snowflake";
import { EmptyState } from "~/ui/EmptyState";
import { Tabs } from "~/ui/Tabs";
import { createAttempt } from "../../form/createAttempt";
import { Loaded } from "../Loaded";
import { PageHeader } from "../PageHeader";
import { createLive } from "./createLive";
import { ReportCard } from "./ReportCard";

type Shown = "open" | "closed";

/** What members reported: a queue to take from, and what came of the rest. */
export function ReportsPage(props: { guild: Id }) {
  const app = useApp();
  const { attempt } = createAttempt();
  const [shown, show] = createSignal<Shown>("open");
  const [page, { refetch, mutate }] = createResource(
    () => ({ guild: props.guild, state: shown() }),
    ({ guild, state }) => app.api.moderation.reports(guild, { state }),
  );
  createLive(
    () => props.guild,
    (event) => {
      if (event.t === "REPORT_CREATE" || event.t === "REPORT_UPDATE") take(event.d);
    },
  );
  /** Into its place, or out of the list that it is no longer in. */
  const take = (report: Report) =>
    mutate((known) => {
      if (!known) return known;
      const others = known.reports.filter((one) => one.id !== report.id);
      const here = (report.state === "open") === (shown() === "open");
      const reports = here ? [...others, report].sort((a, b) => compareIds(b.id, a.id)) : others;
      return { ...known, reports };
    });
  const nameOf = (id: Id) => {
    const user = page.latest?.users.find((one) => one.id === id) ?? app.members.user(id);
    return app.members.of(props.guild, id)?.nick ?? displayName(user) ?? t("moderation.someone");
  };
  const handle = async (report: Report, change: ReportChange) => {
    await attempt(async () => take(await app.api.moderation.handleReport(props.guild, report.id, change)));
  };
  return (
    <>
      <PageHeader title={t("moderation.reports")} text={t("moderation.reportsText")} />
      <Tabs
        label={t("moderation.reports")}
        tabs={[
          { value: "open", label: t("moderation.reportsOpen") },
          { value: "closed", label: t("moderation.reportsClosed") },
        ]}
        value={shown()}
        onValue={show}
      >
        <Loaded resource={page} onRetry={refetch}>
          <Show
            when={(page.latest?.reports ?? []).length > 0}
            fallback={<EmptyState icon={<Flag size={28} />} title={t("moderation.reportsNone")} />}
          >
            <ul class="flex flex-col gap-4">
              <For each={page.latest?.reports}>
                {(report) => (
                  <ReportCard
                    guild={props.guild}
                    report={report}
                    nameOf={nameOf}
                    onChange={(change) => void handle(report, change)}
                  />
                )}
              </For>
            </ul>
          </Show>
        </Loaded>
      </Tabs>
    </>
  );
}
