import { createUniqueId, type JSX, Show } from "solid-js";

export interface SwitchProps {
  label: string;
  description?: JSX.Element;
  checked: boolean;
  disabled?: boolean | undefined;
  onChange(checked: boolean): void;
}

/** A row with its text at the start and the switch at the end; the whole row is the control's label. */
export function Switch(props: SwitchProps) {
  const id = createUniqueId();
  return (
    <div class="flex items-start justify-between gap-6 py-3">
      <label
        for={id}
        class="flex flex-col gap-0.5 min-w-0"
        classList={{ "cursor-pointer": !props.disabled, "op-60": props.disabled === true }}
      >
        <span id={`${id}-name`} class="title-sm">
          {props.label}
        </span>
        <Show when={props.description}>
          <span id={`${id}-text`} class="hint-text">
            {props.description}
          </span>
        </Show>
      </label>
      <button
        id={id}
        type="button"
        role="switch"
        aria-labelledby={`${id}-name`}
        aria-checked={props.checked}
        aria-disabled={props.disabled ? "true" : undefined}
        aria-describedby={props.description ? `${id}-text` : undefined}
        onClick={() => !props.disabled && props.onChange(!props.checked)}
        class="relative shrink-0 w-11 h-6 mt-0.5 rounded-full border border-line-strong bg-bg-3 transition-colors cursor-pointer aria-checked:(bg-accent border-accent) aria-disabled:(op-50 cursor-not-allowed)"
      >
        <span
          class="absolute top-0.75 start-0.75 w-4 h-4 rounded-full transition-[inset-inline-start,background-color]"
          classList={{ "bg-fg-1": !props.checked, "bg-accent-fg start-5.75!": props.checked }}
        />
      </button>
    </div>
  );
}
