import Circle from "lucide-solid/icons/circle";
import { Show } from "solid-js";
import { t } from "~/i18n";
import { useApp } from "~/state/app";
import { Button } from "~/ui/Button";
import { ConfirmDialog } from "~/ui/ConfirmDialog";
import { createAttempt } from "../form/createAttempt";

/** Asks whether one agrees, wherever one is in the client. */
export function RecordingQuestion() {
  const app = useApp();
  const now = () => app.call.recording();
  const mine = () => now()?.waiting.includes(app.session.me()?.id ?? "") ?? false;
  const running = () => now()?.state === "running";
  const asker = () => app.members.name(app.call.place()?.guild, now()?.user_id ?? "");
  return (
    <ConfirmDialog
      open={mine()}
      title={t(running() ? "record.runningTitle" : "record.askTitle")}
      text={running() ? t("record.runningText") : t("record.askText", { name: asker() })}
      confirmLabel={t("record.agree")}
      cancelLabel={t(running() ? "record.leave" : "record.disagree")}
      busy={false}
      onConfirm={() => app.call.consent(true)}
      onClose={() => app.call.consent(false)}
    />
  );
}

/** The mark of a call that is recorded, and the way out. */
export function Recording() {
  const app = useApp();
  const { busy, attempt } = createAttempt();
  const now = () => app.call.recording();
  const mine = () => now()?.waiting.includes(app.session.me()?.id ?? "") ?? false;
  const running = () => now()?.state === "running";
  const stop = () => {
    const place = app.call.place();
    if (place) void attempt(() => app.api.voice.stopRecording(place.channel));
  };
  return (
    <Show when={now()}>
      {(recording) => (
        <div class="flex flex-wrap items-center gap-2 ps-2 py-1">
          <p
            role="alert"
            class="flex items-center gap-1.5 flex-auto max-w-full text-sm font-semibold"
            classList={{ "text-danger": running(), "text-warn": !running() }}
          >
            <Circle
              size={12}
              fill={running() ? "currentColor" : "none"}
              class="shrink-0"
              aria-hidden="true"
            />
            {running() ? t("record.running") : t("record.waiting", { count: recording().waiting.length })}
          </p>
          <Show when={!mine()}>
            <Button kind="secondary" size="sm" busy={busy()} onClick={stop}>
              {t(running() ? "record.stop" : "record.cancel")}
            </Button>
          </Show>
        </div>
      )}
    </Show>
  );
}
