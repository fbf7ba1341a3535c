import { createUniqueId, type JSX, Show } from "solid-js";

/** What the control inside a Field spreads on itself, so that label, hint and error belong to it. */
export interface FieldAria {
  id: string;
  "aria-describedby": string | undefined;
  "aria-invalid": "true" | undefined;
}

export interface FieldProps {
  label: string;
  hint?: JSX.Element;
  error?: string | undefined;
  hideLabel?: boolean | undefined;
  /** Small text at the end of the label's line, such as a count of characters. */
  aside?: JSX.Element;
}

/** Label, control, hint and error as one group. */
export function Field(props: FieldProps & { children: (aria: FieldAria) => JSX.Element }) {
  const id = createUniqueId();
  const aria: FieldAria = {
    id,
    get "aria-describedby"() {
      return (
        [props.error ? `${id}-error` : "", props.hint ? `${id}-hint` : ""].filter(Boolean).join(" ") ||
        undefined
      );
    },
    get "aria-invalid"() {
      return props.error ? ("true" as const) : undefined;
    },
  };
  return (
    <div class="flex flex-col gap-1.5 min-w-0">
      <div
        class="flex items-baseline justify-between gap-3"
        classList={{ "sr-only": props.hideLabel === true }}
      >
        <label for={id} class="label-text">
          {props.label}
        </label>
        <span class="text-xs text-fg-2 tabular-nums">{props.aside}</span>
      </div>
      {props.children(aria)}
      <Show when={props.error}>
        <p id={`${id}-error`} role="alert" class="text-[0.8125rem] leading-5 font-medium text-danger">
          {props.error}
        </p>
      </Show>
      <Show when={props.hint}>
        <p id={`${id}-hint`} class="hint-text">
          {props.hint}
        </p>
      </Show>
    </div>
  );
}
