import Ear from "lucide-solid/icons/ear";
import EarOff from "lucide-solid/icons/ear-off";
import { createSignal, onCleanup, Show } from "solid-js";
import { t } from "~/i18n";
import { useApp } from "~/state/app";
import { Button } from "~/ui/Button";
import { Switch } from "~/ui/Switch";
import { createSelfTest } from "./createSelfTest";
import { HeldKey } from "./HeldKey";
import { keyName } from "./keyName";

const LOOK_MS = 60;
const FAINTEST_DB = -80;

/** What opens the way for one's voice, with how loud one is now, whether the others would hear it, and how. */
export function Opening(props: { onDevices(): void }) {
  const app = useApp();
  const values = app.call.settings.values;
  const save = app.call.settings.save;
  const test = createSelfTest(app, () => props.onDevices());
  const byKey = () => values.pushToTalk || app.call.held();
  return (
    <div class="flex flex-col gap-1">
      <Level heard={test.heard} threshold={byKey() || values.automatic ? undefined : values.thresholdDb} />
      <div class="flex flex-wrap items-center gap-x-3 gap-y-1 pt-2">
        <Button
          kind="secondary"
          size="sm"
          icon={test.on() ? <EarOff size={15} /> : <Ear size={15} />}
          onClick={test.toggle}
        >
          {t(test.on() ? "voice.testStop" : "voice.test")}
        </Button>
        <p role="status" class="hint-text flex-1 min-w-40">
          {test.failed()
            ? t("call.troubleMicrophone")
            : t(test.on() ? (app.call.place() ? "voice.testingInCall" : "voice.testing") : "voice.testText")}
        </p>
      </div>
      <Switch
        label={t("call.pushToTalk")}
        description={app.call.held() ? t("call.keyOnly") : undefined}
        checked={byKey()}
        disabled={app.call.held()}
        onChange={(pushToTalk) => save({ pushToTalk })}
      />
      <Show when={byKey()} fallback={<ByVoice />}>
        <HeldKey
          label={t("call.talkKey", { key: keyName(values.talkKey) })}
          onCode={(talkKey) => save({ talkKey })}
        />
      </Show>
      <Show when={app.rights.mayIn("prioritySpeaker", app.call.place()?.channel)}>
        <HeldKey
          label={
            values.priorityKey
              ? t("call.priorityKey", { key: keyName(values.priorityKey) })
              : t("call.choosePriorityKey")
          }
          onCode={(priorityKey) => save({ priorityKey })}
        />
      </Show>
    </div>
  );
}

const part = (db: number) => `${Math.max(0, Math.min(1, 1 - db / FAINTEST_DB)) * 100}%`;

/** How loud one is, and the mark that it has to pass. */
function Level(props: { heard: () => { db: number; open: boolean }; threshold: number | undefined }) {
  const [now, setNow] = createSignal(props.heard());
  const timer = setInterval(() => setNow(props.heard()), LOOK_MS);
  onCleanup(() => clearInterval(timer));
  return (
    <div
      class="relative h-3 rounded-full bg-bg-3 border border-line overflow-hidden"
      title={t(now().open ? "call.heardNow" : "call.heardNot")}
    >
      <meter class="sr-only" aria-label={t("call.level")} min={FAINTEST_DB} max={0} value={now().db} />
      <div
        data-fill
        class="h-full rounded-full"
        classList={{ "bg-ok": now().open, "bg-offline": !now().open }}
        style={{ width: part(now().db) }}
      />
      <Show when={props.threshold}>
        {(db) => (
          <div
            data-threshold={db()}
            class="absolute inset-y-0 w-0.75 bg-fg-0"
            style={{ "inset-inline-start": part(db()) }}
          />
        )}
      </Show>
    </div>
  );
}

function ByVoice() {
  const app = useApp();
  const values = app.call.settings.values;
  const save = app.call.settings.save;
  return (
    <>
      <Switch
        label={t("call.sensitivityAutomatic")}
        description={t("call.sensitivityAutomaticText")}
        checked={values.automatic}
        onChange={(automatic) => save({ automatic })}
      />
      <Show when={!values.automatic}>
        <label class="flex flex-col gap-1 text-sm text-fg-1">
          {t("call.threshold", { level: values.thresholdDb })}
          <input
            type="range"
            min={FAINTEST_DB}
            max={0}
            value={values.thresholdDb}
            onInput={(event) => save({ thresholdDb: event.currentTarget.valueAsNumber })}
          />
        </label>
      </Show>
    </>
  );
}
