import Check from "lucide-solid/icons/check";
import { createUniqueId, For, Show } from "solid-js";

const SWATCHES = [
  0x2dd4bf, 0x34d399, 0xa3e635, 0xfacc15, 0xfb923c, 0xf87171, 0xf472b6, 0xc084fc, 0x818cf8, 0x38bdf8,
  0x94a3b8, 0xd6b48a,
];

const hex = (colour: number) => `#${colour.toString(16).padStart(6, "0")}`;

export interface ColorPickerProps {
  label: string;
  /** 0xRRGGBB; 0 is no colour, as Discord writes it. */
  value: number;
  noneLabel: string;
  customLabel: string;
  disabled?: boolean | undefined;
  onValue(colour: number): void;
}

export function ColorPicker(props: ColorPickerProps) {
  const id = createUniqueId();
  const pick = (colour: number) => !props.disabled && props.onValue(colour);
  return (
    <fieldset class="flex flex-col gap-2 min-w-0" disabled={props.disabled}>
      <legend class="label-text mb-2">{props.label}</legend>
      <div class="flex flex-wrap items-center gap-2">
        <button
          type="button"
          aria-pressed={props.value === 0}
          onClick={() => pick(0)}
          class="h-9 px-3 rounded-md border border-line-strong text-sm font-semibold cursor-pointer aria-pressed:(border-accent bg-accent-soft)"
        >
          {props.noneLabel}
        </button>
        <For each={SWATCHES}>
          {(colour) => (
            <button
              type="button"
              aria-label={hex(colour)}
              aria-pressed={props.value === colour}
              onClick={() => pick(colour)}
              class="flex items-center justify-center w-9 h-9 rounded-md cursor-pointer transition-transform hover:scale-108"
              style={{ "background-color": hex(colour) }}
            >
              <Show when={props.value === colour}>
                <Check size={18} stroke-width={3} class="text-black" />
              </Show>
            </button>
          )}
        </For>
        <label
          for={id}
          class="relative flex items-center gap-2 h-9 px-3 rounded-md border border-line-strong text-sm font-semibold cursor-pointer"
        >
          <span
            class="w-4 h-4 rounded-full border border-line-strong"
            style={{ "background-color": props.value ? hex(props.value) : "transparent" }}
          />
          {props.customLabel}
          <input
            id={id}
            type="color"
            class="absolute inset-0 op-0 cursor-pointer"
            value={hex(props.value)}
            onInput={(event) => pick(Number.parseInt(event.currentTarget.value.slice(1), 16))}
          />
        </label>
      </div>
    </fieldset>
  );
}
