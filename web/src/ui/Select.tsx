import ChevronDown from "lucide-solid/icons/chevron-down";
import { For, splitProps } from "solid-js";
import { Field, type FieldProps } from "./Field";

export interface Option<V extends string> {
  value: V;
  label: string;
}

export interface SelectProps<V extends string> extends FieldProps {
  value: V;
  options: readonly Option<V>[];
  onValue(value: V): void;
  disabled?: boolean | undefined;
}

/** The browser's own select: the one that works best with a screen reader and on a phone. */
export function Select<V extends string>(props: SelectProps<V>) {
  const [field, own] = splitProps(props, ["label", "hint", "error", "hideLabel", "aside"]);
  const pick = (chosen: string) => {
    const option = own.options.find((candidate) => candidate.value === chosen);
    if (option) own.onValue(option.value);
  };
  return (
    <Field {...field}>
      {(aria) => (
        <div class="relative flex items-center">
          <select
            {...aria}
            class="input-box appearance-none pe-9 cursor-pointer"
            disabled={own.disabled}
            onChange={(event) => pick(event.currentTarget.value)}
          >
            <For each={own.options}>
              {(option) => (
                <option
                  value={option.value}
                  selected={option.value === own.value}
                  class="bg-bg-float text-fg-0"
                >
                  {option.label}
                </option>
              )}
            </For>
          </select>
          <ChevronDown size={16} class="absolute end-3 text-fg-2 pointer-events-none" aria-hidden="true" />
        </div>
      )}
    </Field>
  );
}
