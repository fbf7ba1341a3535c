import { createSignal, Show } from "solid-js";
import type { Report, ReportChange } from "~/api/moderation";
import type { Id } from "~/api/types";
import { t } from "~/i18n";
import { distanceText } from "~/i18n/dates";
import { useApp } from "~/state/app";
import { Badge } from "~/ui/Badge";
import { Button } from "~/ui/Button";
import { TextInput } from "~/ui/TextInput";

interface ReportCardProps {
  guild: Id;
  report: Report;
  nameOf(id: Id): string;
  onChange(change: ReportChange): void;
}

/** One report, and what a moderator may do with it. */
export function ReportCard(props: ReportCardProps) {
  const app = useApp();
  const [outcome, setOutcome] = createSignal(props.report.outcome ?? "");
  const open = () => props.report.state === "open";
  const me = () => app.session.me()?.id ?? null;
  const mine = () => props.report.assignee_id === me();
  const close = (state: Report["state"]) => props.onChange({ state, outcome: outcome().trim() || null });
  const go = () => {
    const { channel_id: channel, message_id: message } = props.report;
    if (!channel || !message) return;
    app.overlays.close();
    app.router.go({ at: "channel", guild: props.guild, channel, message });
  };
  return (
    <li class="card flex flex-col gap-3 px-4 py-4 text-sm leading-5.5">
      <p class="flex flex-wrap items-center gap-2">
        <span class="font-semibold">
          {t("moderation.reportBy", {
            reporter: props.nameOf(props.report.reporter_id),
            user: props.nameOf(props.report.user_id),
          })}
        </span>
        <span class="text-fg-2">{distanceText(props.report.created_at)}</span>
        <Show when={!open()}>
          <Badge>{t(`moderation.state_${props.report.state}`)}</Badge>
        </Show>
      </p>
      <p dir="auto" class="break-words whitespace-pre-wrap">
        {props.report.reason}
      </p>
      <Show when={props.report.content}>
        {(content) => (
          <blockquote
            dir="auto"
            class="ps-3 border-s-4 border-line-strong text-fg-1 break-words whitespace-pre-wrap"
          >
            {content()}
          </blockquote>
        )}
      </Show>
      <Show when={props.report.assignee_id}>
        {(id) => <p class="hint-text">{t("moderation.reportTaken", { name: props.nameOf(id()) })}</p>}
      </Show>
      <Show when={open()} fallback={<p class="text-fg-1 break-words">{props.report.outcome}</p>}>
        <TextInput
          label={t("moderation.reportOutcome")}
          hint={t("moderation.reportOutcomeHint")}
          aside={t("welcome.optional")}
          value={outcome()}
          onValue={setOutcome}
          maxLength={1000}
          autocomplete="off"
        />
      </Show>
      <div class="flex flex-wrap gap-2">
        <Show
          when={open()}
          fallback={
            <Button size="sm" onClick={() => props.onChange({ state: "open" })}>
              {t("moderation.reportReopen")}
            </Button>
          }
        >
          <Button size="sm" kind="primary" onClick={() => close("resolved")}>
            {t("moderation.reportResolve")}
          </Button>
          <Button size="sm" onClick={() => close("dismissed")}>
            {t("moderation.reportDismiss")}
          </Button>
          <Button
            size="sm"
            kind="ghost"
            onClick={() => props.onChange({ assignee_id: mine() ? null : me() })}
          >
            {t(mine() ? "moderation.reportDrop" : "moderation.reportTake")}
          </Button>
        </Show>
        <Show when={props.report.message_id}>
          <Button size="sm" kind="ghost" onClick={go}>
            {t("moderation.reportGo")}
          </Button>
        </Show>
      </div>
    </li>
  );
}
