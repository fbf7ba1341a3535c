import { createUniqueId } from "solid-js";
import { t } from "~/i18n";
import { useApp } from "~/state/app";
import { Popover } from "~/ui/Popover";

const LOUDEST = 200;

/** How loud one person is for oneself alone; it is kept on this device. */
export default function VolumePopover(props: {
  anchor: Element;
  volume: string;
  name: string;
  onClose(): void;
}) {
  const app = useApp();
  const id = createUniqueId();
  const percent = () => Math.round((app.call.settings.values.volumes[props.volume] ?? 1) * 100);
  return (
    <Popover
      anchor={props.anchor}
      label={t("call.volumeOf", { name: props.name })}
      class="w-60 p-4"
      onClose={props.onClose}
    >
      <label for={id} class="flex justify-between gap-3 text-sm text-fg-0">
        <bdi class="truncate">{t("call.volumeOf", { name: props.name })}</bdi>
        <output for={id} class="tabular-nums text-fg-1">
          {percent()} %
        </output>
      </label>
      <input
        id={id}
        autofocus
        type="range"
        class="w-full mt-2"
        min={0}
        max={LOUDEST}
        step={5}
        value={percent()}
        onInput={(event) => app.call.volume(props.volume, event.currentTarget.valueAsNumber / 100)}
      />
    </Popover>
  );
}
