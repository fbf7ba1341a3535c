import PhoneOff from "lucide-solid/icons/phone-off";
import SignalHigh from "lucide-solid/icons/signal";
import SignalLow from "lucide-solid/icons/signal-low";
import SignalMedium from "lucide-solid/icons/signal-medium";
import X from "lucide-solid/icons/x";
import { createSignal, lazy, Match, Show, Suspense, Switch } from "solid-js";
import { gradeOf } from "~/call/quality";
import { t } from "~/i18n";
import { useApp } from "~/state/app";
import type { CallPlace } from "~/state/call";
import { HOME } from "~/state/home";
import { Button } from "~/ui/Button";
import { IconButton } from "~/ui/IconButton";
import { Link } from "../Link";
import { Recording } from "../record/Recording";
import { CallControls } from "./CallControls";
import { GRADE, lossText, rateText } from "./numbers";

const LineDetails = lazy(() => import("./LineDetails"));

const TROUBLE = {
  microphone: "call.troubleMicrophone",
  unreached: "voice.troubleUnreached",
  camera: "call.troubleCamera",
  screen: "call.troubleScreen",
  "put out": "call.troublePutOut",
  elsewhere: "call.troubleElsewhere",
} as const;

export const STATE = {
  idle: "call.joining",
  joining: "call.joining",
  connecting: "call.connecting",
  connected: "call.connected",
  lost: "call.lost",
} as const;

/** The call one is in: how it is doing, and what one sends into it. */
export function VoiceBar() {
  const app = useApp();
  return (
    <>
      <Trouble />
      <Show when={app.call.place()}>{(place) => <Bar place={place()} />}</Show>
    </>
  );
}

/** What went wrong with the call, until it is read. */
export function Trouble() {
  const app = useApp();
  return (
    <Show when={app.call.trouble()}>
      {(what) => (
        <div class="shrink-0 flex items-start gap-1 ps-4 pe-2 py-2 border-y border-line bg-bg-1">
          <div class="flex-1 min-w-0 flex flex-col items-start gap-1">
            <p role="alert" class="py-1 text-sm text-warn">
              {t(TROUBLE[what()])}
            </p>
            <Show when={what() === "put out" || what() === "unreached"}>
              <CheckButton />
            </Show>
          </div>
          <IconButton label={t("call.dismiss")} size="sm" onClick={app.call.dismiss}>
            <X size={15} />
          </IconButton>
        </div>
      )}
    </Show>
  );
}

function Bar(props: { place: CallPlace }) {
  const app = useApp();
  const name = () => app.channels.of(props.place.channel)?.name ?? "";
  const guild = () => (props.place.guild === props.place.channel ? HOME : props.place.guild);
  const live = () => app.call.status() === "connected";
  const grade = () => {
    const now = app.call.quality();
    return now && live() ? gradeOf(now) : undefined;
  };
  // Below the faces there are the same controls, larger.
  const staged = () => app.openChannel() === props.place.channel;
  return (
    <section aria-label={t("call.bar")} class="shrink-0 px-2 pt-2 pb-1 border-t border-line">
      <Recording />
      <div class="flex items-center gap-1 ps-2">
        <div class="flex-1 min-w-0">
          <p
            role="status"
            class="flex items-center gap-1.5 text-sm font-semibold"
            classList={{
              "text-ok": live() && grade() !== "poor",
              "text-warn": !live() || grade() === "poor",
            }}
          >
            <Switch fallback={<SignalHigh size={15} aria-hidden="true" />}>
              <Match when={grade() === "poor"}>
                <SignalLow size={15} aria-hidden="true" />
              </Match>
              <Match when={grade() === "fair"}>
                <SignalMedium size={15} aria-hidden="true" />
              </Match>
            </Switch>
            {t(STATE[app.call.status()])}
          </p>
          <Link
            to={{ at: "channel", guild: guild(), channel: props.place.channel }}
            onGo={app.layout.closeDrawer}
            class="flex items-center min-h-6 truncate text-xs text-fg-2"
          >
            <bdi>{t("call.inChannel", { channel: name() })}</bdi>
          </Link>
          <Line grade={grade()} place={props.place} />
        </div>
        <Show when={!staged()}>
          <IconButton label={t("call.leave")} danger onClick={() => app.call.leave()}>
            <PhoneOff size={18} />
          </IconButton>
        </Show>
      </div>
      <Show
        when={
          app.call.trouble() !== "unreached" &&
          (app.call.status() === "lost" || app.call.status() === "connecting")
        }
      >
        <CheckButton />
      </Show>
      <Show when={!staged()}>
        <div class="mt-1">
          <CallControls place={props.place} large={false} />
        </div>
      </Show>
    </section>
  );
}

/** When a call does not come about, the reason is one click away. */
function CheckButton() {
  const app = useApp();
  return (
    <Button kind="ghost" size="sm" onClick={() => app.overlays.open({ kind: "check-connection" })}>
      {t("check.title")}
    </Button>
  );
}

/** What the line does, in a word and in numbers; a press tells more of them. */
function Line(props: { grade: keyof typeof GRADE | undefined; place: CallPlace }) {
  const app = useApp();
  const [details, openDetails] = createSignal<HTMLElement>();
  const numbers = () => {
    const now = app.call.quality();
    return {
      rtt: Math.round(now?.rttMs ?? 0),
      loss: lossText(now?.loss ?? 0),
      down: rateText(now?.down ?? 0),
      up: rateText(now?.up ?? 0),
    };
  };
  return (
    <>
      <Show when={props.grade}>
        {(grade) => (
          <button
            type="button"
            aria-haspopup="dialog"
            aria-expanded={details() !== undefined}
            class="flex items-center max-w-full min-h-6 truncate text-xs tabular-nums text-fg-2 cursor-pointer hover:underline"
            title={t("call.quality", numbers())}
            onClick={(event) => openDetails(details() ? undefined : event.currentTarget)}
          >
            <span class="sr-only">{`${t(GRADE[grade()])}: ${t("call.quality", numbers())}`}</span>
            <span aria-hidden="true">{`${numbers().rtt} ms · ${numbers().loss} · ${t(GRADE[grade()])}`}</span>
          </button>
        )}
      </Show>
      <Show when={details()}>
        {(anchor) => (
          <Suspense>
            <LineDetails anchor={anchor()} place={props.place} onClose={() => openDetails(undefined)} />
          </Suspense>
        )}
      </Show>
    </>
  );
}
