import { createResource, onCleanup, onMount, Show } from "solid-js";
import { t } from "~/i18n";
import { useApp } from "~/state/app";
import { Select } from "~/ui/Select";
import { Switch } from "~/ui/Switch";
import { Opening } from "./Opening";

type Kind = "audioinput" | "audiooutput" | "videoinput";

/** Devices, what lets one's voice through, and what cleans it. */
export function VoiceChoices() {
  const app = useApp();
  const values = app.call.settings.values;
  const save = app.call.settings.save;
  const [devices, { refetch }] = createResource(() => navigator.mediaDevices.enumerateDevices());
  onMount(() => {
    const changed = () => void refetch();
    navigator.mediaDevices.addEventListener("devicechange", changed);
    onCleanup(() => navigator.mediaDevices.removeEventListener("devicechange", changed));
  });
  const of = (kind: Kind) =>
    (devices.latest ?? []).filter((one) => one.kind === kind && one.deviceId && one.deviceId !== "default");
  const choices = (kind: Kind, chosen: string | undefined) => {
    const there = of(kind).map((one) => ({
      value: one.deviceId,
      label: one.label || one.deviceId.slice(0, 8),
    }));
    const gone = chosen && devices.latest && !there.some((one) => one.value === chosen);
    return [
      { value: "", label: t("call.standard") },
      ...there,
      ...(gone ? [{ value: chosen, label: t("voice.gone") }] : []),
    ];
  };
  const fellBack = () => values.suppression === "model" && app.call.cleanedBy() === "browser";
  return (
    <div class="flex flex-col gap-3">
      <Select
        label={t("call.microphone")}
        value={values.device ?? ""}
        options={choices("audioinput", values.device)}
        onValue={(device) => save({ device: device || undefined })}
      />
      <Opening onDevices={() => void refetch()} />
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
          options={choices("audiooutput", values.speaker)}
          onValue={(speaker) => save({ speaker: speaker || undefined })}
        />
      </Show>
      <Select
        label={t("call.cameraDevice")}
        value={values.camera ?? ""}
        options={choices("videoinput", values.camera)}
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
      <Switch
        label={t("voice.sounds")}
        description={t("voice.soundsText")}
        checked={values.sounds}
        onChange={(sounds) => save({ sounds })}
      />
    </div>
  );
}
