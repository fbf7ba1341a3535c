import Check from "lucide-solid/icons/check";
import type { JSX } from "solid-js";

export interface CheckboxProps {
  label: JSX.Element;
  checked: boolean;
  disabled?: boolean | undefined;
  onChange(checked: boolean): void;
}

export function Checkbox(props: CheckboxProps) {
  return (
    <label
      class="flex items-start gap-2.5 py-1 cursor-pointer"
      classList={{ "op-60 cursor-not-allowed": props.disabled === true }}
    >
      <span class="relative flex items-center justify-center w-5 h-5 shrink-0">
        <input
          type="checkbox"
          class="peer appearance-none w-5 h-5 rounded-sm border border-line-strong bg-field cursor-pointer checked:(bg-accent border-accent)"
          checked={props.checked}
          disabled={props.disabled}
          onChange={(event) => props.onChange(event.currentTarget.checked)}
        />
        <Check
          size={14}
          stroke-width={3}
          class="absolute pointer-events-none text-accent-fg op-0 peer-checked:op-100"
          aria-hidden="true"
        />
      </span>
      <span class="text-sm leading-5 text-fg-0 min-w-0">{props.label}</span>
    </label>
  );
}
