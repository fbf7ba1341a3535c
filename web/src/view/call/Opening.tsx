import { createSignal, onCleanup, Show } from "solid-js";
import { t } from "~/i18n";
import { useApp } from "~/state/app";
import { Switch } from "~/ui/Switch";
import { HeldKey } from "./HeldKey";

const LOOK_MS = 60;
const FAINTEST_DB = -80;

/** What opens the way for one's voice, with how loud one is now and whether the others hear it. */
export function Opening() {
  const app = useApp();
  const values = app.call.settings.values;
  const save = app.call.settings.save;
  const [heard, setHeard] = createSignal(app.call.heard());
  const timer = setInterval(() => setHeard(app.call.heard()), LOOK_MS);
  onCleanup(() => clearInterval(timer));
  const byKey = () => values.pushToTalk || app.call.held();
  const part = (db: number) => `${Math.max(0, Math.min(1, 1 - db / FAINTEST_DB)) * 100}%`;
  return (
    <div class="flex flex-col gap-1">
      <div
        class="relative h-2.5 rounded-full bg-bg-3 overflow-hidden"
        title={t(heard().open ? "call.heardNow" : "call.heardNot")}
      >
        <meter class="sr-only" aria-label={t("call.level")} min={FAINTEST_DB} max={0} value={heard().db} />
        <div
          class="h-full rounded-full"
          classList={{ "bg-ok": heard().open, "bg-fg-2": !heard().open }}
          style={{ width: part(heard().db) }}
        />
        <Show when={!byKey() && !values.automatic}>
          <div
            class="absolute inset-y-0 w-0.75 bg-fg-0"
            style={{ "inset-inline-start": part(values.thresholdDb) }}
          />
        </Show>
      </div>
      <Switch
        label={t("call.pushToTalk")}
        description={app.call.held() ? t("call.keyOnly") : undefined}
        checked={byKey()}
        disabled={app.call.held()}
        onChange={(pushToTalk) => save({ pushToTalk })}
      />
      <Show when={byKey()} fallback={<ByVoice />}>
        <HeldKey label={t("call.talkKey", { key: values.talkKey })} onCode={(talkKey) => save({ talkKey })} />
      </Show>
      <Show when={app.rights.mayIn("prioritySpeaker", app.call.place()?.channel)}>
        <HeldKey
          label={
            values.priorityKey
              ? t("call.priorityKey", { key: values.priorityKey })
              : t("call.choosePriorityKey")
          }
          onCode={(priorityKey) => save({ priorityKey })}
        />
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
