import { createResource, onCleanup, onMount, Show } from "solid-js";
import { t } from "~/i18n";
import { useApp } from "~/state/app";
import { Button } from "~/ui/Button";
import { Popover } from "~/ui/Popover";
import { Select } from "~/ui/Select";
import { Switch } from "~/ui/Switch";
import { Opening } from "./Opening";

/** Devices, what lets one's voice through, and what cleans it. */
export default function CallSettings(props: { anchor: HTMLElement; onClose(): void }) {
  const app = useApp();
  const values = app.call.settings.values;
  const save = app.call.settings.save;
  const [devices, { refetch }] = createResource(() => navigator.mediaDevices.enumerateDevices());
  onMount(() => {
    const changed = () => void refetch();
    navigator.mediaDevices.addEventListener("devicechange", changed);
    onCleanup(() => navigator.mediaDevices.removeEventListener("devicechange", changed));
  });
  const of = (kind: MediaDeviceKind) =>
    (devices() ?? []).filter((one) => one.kind === kind && one.deviceId && one.deviceId !== "default");
  const choices = (kind: MediaDeviceKind) => [
    { value: "", label: t("call.standard") },
    ...of(kind).map((one) => ({ value: one.deviceId, label: one.label || one.deviceId.slice(0, 8) })),
  ];
  const fellBack = () => values.suppression === "model" && app.call.cleanedBy() === "browser";
  return (
    <Popover
      anchor={props.anchor}
      side="top"
      label={t("call.settings")}
      role="dialog"
      class="w-86 max-w-[95vw] p-4"
      onClose={props.onClose}
    >
      <div class="flex flex-col gap-3">
        <Select
          label={t("call.microphone")}
          value={values.device ?? ""}
          options={choices("audioinput")}
          onValue={(device) => save({ device: device || undefined })}
        />
        <Opening />
        <Select
          label={t("call.noise")}
          value={values.suppression}
          hint={fellBack() ? t("call.noiseFellBack") : undefined}
          options={[
            { value: "model" as const, label: t("call.noiseModel") },
            { value: "browser" as const, label: t("call.noiseBrowser") },
            { value: "off" as const, label: t("call.noiseOff") },
          ]}
          onValue={(suppression) => save({ suppression })}
        />
        <Switch
          label={t("call.echo")}
          checked={values.echoCancellation}
          onChange={(echoCancellation) => save({ echoCancellation })}
        />
        <Show when={of("audiooutput").length}>
          <Select
            label={t("call.speaker")}
            value={values.speaker ?? ""}
            options={choices("audiooutput")}
            onValue={(speaker) => save({ speaker: speaker || undefined })}
          />
        </Show>
        <Select
          label={t("call.cameraDevice")}
          value={values.camera ?? ""}
          options={choices("videoinput")}
          onValue={(camera) => save({ camera: camera || undefined })}
        />
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
