import { type JSX, splitProps } from "solid-js";
import { Field, type FieldProps } from "./Field";

export interface TextInputProps
  extends FieldProps,
    Omit<JSX.InputHTMLAttributes<HTMLInputElement>, "onInput"> {
  value: string;
  onValue(value: string): void;
  /** Something inside the box before or after the text: an icon, a hash, a button. */
  before?: JSX.Element;
  after?: JSX.Element;
}

export function TextInput(props: TextInputProps) {
  const [field, own, rest] = splitProps(
    props,
    ["label", "hint", "error", "hideLabel", "aside"],
    ["value", "onValue", "before", "after", "class"],
  );
  return (
    <Field {...field}>
      {(aria) => (
        <div class={`relative flex items-center ${own.class ?? ""}`}>
          <span class="absolute start-3 flex items-center text-fg-2 pointer-events-none" aria-hidden="true">
            {own.before}
          </span>
          <input
            type="text"
            {...rest}
            {...aria}
            class="input-box"
            classList={{ "ps-9": Boolean(own.before), "pe-11": Boolean(own.after) }}
            value={own.value}
            onInput={(event) => own.onValue(event.currentTarget.value)}
          />
          <span class="absolute end-1 flex items-center">{own.after}</span>
        </div>
      )}
    </Field>
  );
}
