import CircleAlert from "lucide-solid/icons/circle-alert";
import CircleCheck from "lucide-solid/icons/circle-check";
import CircleMinus from "lucide-solid/icons/circle-minus";
import CircleX from "lucide-solid/icons/circle-x";
import { createSignal, For, type JSX, Match, onCleanup, onMount, Show, Switch } from "solid-js";
import { diagnose, type Finding } from "~/call/diagnosis";
import { type Outcome, tryWay, type Way } from "~/call/trial";
import { t } from "~/i18n";
import { useApp } from "~/state/app";
import { Button } from "~/ui/Button";
import { Dialog } from "~/ui/Dialog";
import { Spinner } from "~/ui/Spinner";

const WAYS: readonly Way[] = ["udp", "tcp", "relay"];
const GRADES = { good: "text-ok", fair: "text-warn", bad: "text-danger" } as const;

/** The check in a dialog, for when a call does not come about. */
export default function CheckConnection(props: {
  /** Begins by itself, since a call did not come about. */
  start?: boolean | undefined;
  onClose(): void;
}) {
  return (
    <Dialog
      open
      title={t("check.title")}
      description={t(props.start ? "check.failedText" : "check.text")}
      closeLabel={t("common.close")}
      onClose={props.onClose}
    >
      <Check start={props.start} />
    </Dialog>
  );
}

/** Tries each way to the server's media port and says in plain words what is missing. */
export function Check(props: { start?: boolean | undefined }) {
  const app = useApp();
  const [outcomes, setOutcomes] = createSignal<Partial<Record<Way, Outcome>>>({});
  const [trying, setTrying] = createSignal<Way>();
  const [findings, setFindings] = createSignal<Finding[]>([]);
  let over = false;
  onCleanup(() => {
    over = true;
  });

  const check = async () => {
    setOutcomes({});
    setFindings([]);
    try {
      const tried = {} as Record<Way, Outcome>;
      for (const way of WAYS) {
        setTrying(way);
        tried[way] = await tryWay(app.api, way);
        if (over) return;
        setOutcomes({ ...tried });
      }
      setFindings([...alone(), ...diagnose(tried.udp, tried.tcp, tried.relay)]);
    } catch {
      const verdict = "RTCPeerConnection" in window ? "down" : "blocked";
      setFindings([{ verdict, grade: "bad", told: [], port: 0 }]);
    }
    setTrying(undefined);
  };
  const seen = () => outcomes().udp;
  onMount(() => props.start && void check());

  return (
    <div class="flex flex-col gap-5">
      <ul class="flex flex-col gap-3" aria-label={t("check.title")}>
        <For each={WAYS}>
          {(way) => <WayRow way={way} outcome={outcomes()[way]} busy={trying() === way} />}
        </For>
      </ul>
      <div role="status" class="flex flex-col gap-4">
        <Show when={findings().length}>
          <h3 class="title-sm">{t("check.result")}</h3>
          <For each={findings()}>{(finding) => <Found finding={finding} />}</For>
          <Show when={seen()}>
            {(now) => (
              <p class="text-sm text-fg-2 break-words">
                {t("check.seen", { address: now().seenAs, told: now().told.join(", ") })}
              </p>
            )}
          </Show>
        </Show>
      </div>
      <div>
        <Button busy={trying() !== undefined} onClick={() => void check()}>
          {t(trying() ? "check.running" : findings().length ? "check.again" : "check.start")}
        </Button>
      </div>
    </div>
  );
}

/** Whatever the ways are like: without TLS a browser gives no microphone, except on the machine itself. */
function alone(): Finding[] {
  return isSecureContext ? [] : [{ verdict: "insecure", grade: "bad", told: [location.origin], port: 0 }];
}

function WayRow(props: { way: Way; outcome: Outcome | undefined; busy: boolean }) {
  const absent = () => props.way === "relay" && props.outcome?.relays === false;
  return (
    <li class="flex items-start gap-3">
      <span class="mt-0.5 shrink-0">
        <Switch fallback={<CircleMinus size={20} class="text-fg-2" aria-hidden="true" />}>
          <Match when={props.busy}>
            <Spinner />
          </Match>
          <Match when={props.outcome?.echoed}>
            <CircleCheck size={20} class="text-ok" aria-hidden="true" />
          </Match>
          <Match when={props.outcome && !absent()}>
            <CircleX size={20} class="text-danger" aria-hidden="true" />
          </Match>
        </Switch>
      </span>
      <span class="flex flex-col">
        <span class="font-semibold">{t(`check.${props.way}`)}</span>
        <span class="text-sm text-fg-1 tabular-nums">{wayText(props.outcome, props.busy, absent())}</span>
      </span>
    </li>
  );
}

function wayText(outcome: Outcome | undefined, busy: boolean, absent: boolean): string {
  if (busy) return t("check.running");
  if (!outcome) return t("check.untried");
  if (absent) return t("check.none");
  if (outcome.echoed) return t("check.works", { rtt: Math.max(1, Math.round(outcome.rttMs ?? 0)) });
  return t(outcome.connected ? "check.oneWay" : "check.fails");
}

function Found(props: { finding: Finding }) {
  const icon = (): JSX.Element =>
    props.finding.grade === "good" ? (
      <CircleCheck size={20} aria-hidden="true" />
    ) : (
      <CircleAlert size={20} aria-hidden="true" />
    );
  const about = () => ({ told: props.finding.told.join(", "), port: props.finding.port });
  return (
    <div class="flex items-start gap-3">
      <span class={`mt-0.5 shrink-0 ${GRADES[props.finding.grade]}`}>{icon()}</span>
      <div class="min-w-0">
        <p class="font-semibold">{t(`check.${props.finding.verdict}Title`)}</p>
        <p class="text-sm leading-5.5 text-fg-1 break-words">
          {t(`check.${props.finding.verdict}`, about())}
        </p>
      </div>
    </div>
  );
}
