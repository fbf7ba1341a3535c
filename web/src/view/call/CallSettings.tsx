import { createResource, createSignal, onCleanup, Show } from "solid-js";
import { t } from "~/i18n";
import { useApp } from "~/state/app";
import { Button } from "~/ui/Button";
import { Popover } from "~/ui/Popover";
import { Select } from "~/ui/Select";
import { Switch } from "~/ui/Switch";

const LOOK_MS = 100;

/** Devices, what lets one's voice through, and what cleans it. */
export default function CallSettings(props: { anchor: HTMLElement; onClose(): void }) {
  const app = useApp();
  const values = app.call.settings.values;
  const save = app.call.settings.save;
  const [devices] = createResource(() => navigator.mediaDevices.enumerateDevices());
  const [level, setLevel] = createSignal(-100);
  const [binding, setBinding] = createSignal<"talkKey" | "priorityKey">();
  const timer = setInterval(() => setLevel(app.call.level()), LOOK_MS);
  const bind = (event: KeyboardEvent) => {
    const key = binding();
    if (!key) return;
    event.preventDefault();
    event.stopPropagation();
    setBinding(undefined);
    if (event.code !== "Escape") save({ [key]: event.code });
  };
  addEventListener("keydown", bind, true);
  onCleanup(() => {
    clearInterval(timer);
    removeEventListener("keydown", bind, true);
  });
  const choices = (kind: MediaDeviceKind) => [
    { value: "", label: t("call.standard") },
    ...(devices() ?? [])
      .filter((one) => one.kind === kind && one.deviceId && one.deviceId !== "default")
      .map((one) => ({ value: one.deviceId, label: one.label || one.deviceId.slice(0, 8) })),
  ];
  return (
    <Popover
      anchor={props.anchor}
      side="top"
      label={t("call.settings")}
      role="dialog"
      class="w-80 max-w-[95vw] p-4"
      onClose={props.onClose}
    >
      <div class="flex flex-col gap-3">
        <Select
          label={t("call.microphone")}
          value={values.device ?? ""}
          options={choices("audioinput")}
          onValue={(device) => save({ device: device || undefined })}
        />
        <meter class="w-full h-2" aria-label={t("call.level")} min={-100} max={0} value={level()} />
        <Select
          label={t("call.cameraDevice")}
          value={values.camera ?? ""}
          options={choices("videoinput")}
          onValue={(camera) => save({ camera: camera || undefined })}
        />
        <Switch
          label={t("call.pushToTalk")}
          checked={values.pushToTalk || app.call.held()}
          disabled={app.call.held()}
          onChange={(pushToTalk) => save({ pushToTalk })}
        />
        <Show when={app.call.held()}>
          <p class="text-sm text-fg-2">{t("call.keyOnly")}</p>
        </Show>
        <Show
          when={values.pushToTalk || app.call.held()}
          fallback={
            <label class="flex flex-col gap-1 text-sm">
              {t("call.threshold", { level: values.thresholdDb })}
              <input
                type="range"
                min={-100}
                max={0}
                value={values.thresholdDb}
                onInput={(event) => save({ thresholdDb: event.currentTarget.valueAsNumber })}
              />
            </label>
          }
        >
          <Button kind="secondary" onClick={() => setBinding("talkKey")}>
            {binding() === "talkKey" ? t("call.pressKey") : t("call.talkKey", { key: values.talkKey })}
          </Button>
        </Show>
        <Show when={app.rights.mayIn("prioritySpeaker", app.call.place()?.channel)}>
          <Button kind="secondary" onClick={() => setBinding("priorityKey")}>
            {binding() === "priorityKey"
              ? t("call.pressKey")
              : values.priorityKey
                ? t("call.priorityKey", { key: values.priorityKey })
                : t("call.choosePriorityKey")}
          </Button>
        </Show>
        <Select
          label={t("call.cameras")}
          value={String(values.cameras ?? "")}
          options={[
            { value: "", label: t("call.camerasAll") },
            ...[9, 4, 1].map((most) => ({
              value: String(most),
              label: t("call.camerasMost", { count: most }),
            })),
            { value: "0", label: t("call.camerasNone") },
          ]}
          onValue={(most) => save({ cameras: most === "" ? undefined : Number(most) })}
        />
        <Switch
          label={t("call.noise")}
          checked={values.noiseSuppression}
          onChange={(noiseSuppression) => save({ noiseSuppression })}
        />
        <Switch
          label={t("call.echo")}
          checked={values.echoCancellation}
          onChange={(echoCancellation) => save({ echoCancellation })}
        />
        <Button
          kind="secondary"
          onClick={() => {
            props.onClose();
            app.overlays.open({ kind: "check-connection" });
          }}
        >
          {t("check.title")}
        </Button>
      </div>
    </Popover>
  );
}
