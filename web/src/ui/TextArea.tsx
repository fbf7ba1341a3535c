import { type JSX, splitProps } from "solid-js";
import { Field, type FieldProps } from "./Field";

export interface TextAreaProps
  extends FieldProps,
    Omit<JSX.TextareaHTMLAttributes<HTMLTextAreaElement>, "onInput"> {
  value: string;
  onValue(value: string): void;
}

/** Several lines of text; with `maxLength` it counts down beside the label. */
export function TextArea(props: TextAreaProps) {
  const [field, own, rest] = splitProps(
    props,
    ["label", "hint", "error", "hideLabel"],
    ["value", "onValue", "class", "aside"],
  );
  return (
    <Field
      {...field}
      aside={own.aside ?? (rest.maxLength ? `${own.value.length} / ${rest.maxLength}` : undefined)}
    >
      {(aria) => (
        <textarea
          rows={4}
          {...rest}
          {...aria}
          class={`input-box py-2 leading-6 resize-y ${own.class ?? ""}`}
          value={own.value}
          onInput={(event) => own.onValue(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}
