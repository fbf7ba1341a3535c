import Monitor from "lucide-solid/icons/monitor";
import Smartphone from "lucide-solid/icons/smartphone";
import { createMemo, createResource, createSignal, For, Show } from "solid-js";
import type { UserSession } from "~/api/types";
import { t } from "~/i18n";
import { distanceText, momentText } from "~/i18n/dates";
import { useApp } from "~/state/app";
import { Button } from "~/ui/Button";
import { ConfirmDialog } from "~/ui/ConfirmDialog";
import { createAttempt } from "../../form/createAttempt";
import { Loaded } from "../Loaded";
import { PageHeader, Part } from "../PageHeader";

/** The devices on which the account is signed in, each with a way to end it. */
export function SessionsPage() {
  const app = useApp();
  const [sessions, { refetch }] = createResource(app.api.auth.sessions);
  const [asking, ask] = createSignal(false);
  const { busy, attempt } = createAttempt();
  const current = createMemo(() => sessions()?.find((session) => session.current));
  const others = createMemo(() => (sessions() ?? []).filter((session) => !session.current).sort(byLastUse));
  const end = async (session: UserSession) => {
    if (await attempt(() => app.api.auth.endSessions([session.id_hash]), t("settings.sessionEnded")))
      await refetch();
  };
  const endOthers = async () => {
    if (await attempt(app.api.auth.endOtherSessions)) await refetch();
    ask(false);
  };
  return (
    <>
      <PageHeader title={t("settings.sessions")} text={t("settings.sessionsText")} />
      <Loaded resource={sessions} onRetry={refetch}>
        <Part title={t("settings.thisDevice")}>
          <Show when={current()}>{(session) => <Device session={session()} />}</Show>
        </Part>
        <Part title={t("settings.otherDevices")}>
          <Show
            when={others().length > 0}
            fallback={<p class="text-fg-1">{t("settings.noOtherSessions")}</p>}
          >
            <ul class="flex flex-col gap-3">
              <For each={others()}>
                {(session) => (
                  <li>
                    <Device session={session} onEnd={() => end(session)} />
                  </li>
                )}
              </For>
            </ul>
            <Button kind="danger-quiet" class="self-start" onClick={() => ask(true)}>
              {t("settings.endAllOthers")}
            </Button>
          </Show>
        </Part>
      </Loaded>
      <ConfirmDialog
        open={asking()}
        danger
        title={t("settings.endAllTitle")}
        text={t("settings.endAllText")}
        confirmLabel={t("settings.endAllOthers")}
        cancelLabel={t("common.cancel")}
        busy={busy()}
        onConfirm={endOthers}
        onClose={() => ask(false)}
      />
    </>
  );
}

const byLastUse = (a: UserSession, b: UserSession) =>
  b.approx_last_used_time.localeCompare(a.approx_last_used_time);

function Device(props: { session: UserSession; onEnd?: () => void }) {
  const info = () => props.session.client_info;
  const name = () => {
    const { platform, os } = info();
    return platform && os
      ? t("settings.deviceOn", { browser: platform, os })
      : platform || os || t("settings.unknownDevice");
  };
  const phone = () => /android|ios|iphone|ipad/i.test(info().os ?? "");
  return (
    <div class="card flex flex-wrap items-center gap-4 px-4 py-3.5">
      <span
        class="flex items-center justify-center w-10 h-10 rounded-full bg-bg-3 text-fg-1"
        aria-hidden="true"
      >
        <Show when={phone()} fallback={<Monitor size={19} />}>
          <Smartphone size={19} />
        </Show>
      </span>
      <div class="flex-1 min-w-50">
        <p class="title-sm">{name()}</p>
        <p class="hint-text" title={momentText(props.session.approx_last_used_time)}>
          {[
            info().location,
            t("settings.lastUsed", { when: distanceText(props.session.approx_last_used_time) }),
            t("settings.signedIn", { when: distanceText(props.session.created_at) }),
          ]
            .filter(Boolean)
            .join(" · ")}
        </p>
      </div>
      <Show when={props.onEnd}>
        {(end) => (
          <Button
            size="sm"
            onClick={() => end()()}
            aria-label={t("settings.endSessionOf", { device: name() })}
          >
            {t("settings.endSession")}
          </Button>
        )}
      </Show>
    </div>
  );
}
