import { createUniqueId, For, type JSX, Show } from "solid-js";

export interface RadioCard<V extends string> {
  value: V;
  label: string;
  description?: string;
  /** Above the name. */
  picture?: JSX.Element;
  /** At the end of the name's line. */
  icon?: JSX.Element;
}

export interface RadioCardsProps<V extends string> {
  label: string;
  value: V;
  options: readonly RadioCard<V>[];
  columns?: 1 | 2 | 4 | undefined;
  onValue(value: V): void;
}

const COLUMNS = { 1: "grid-cols-1", 2: "grid-cols-1 sm:grid-cols-2", 4: "grid-cols-2 md:grid-cols-4" };

/** One choice of a few, each as a card with a name, a picture and a sentence. */
export function RadioCards<V extends string>(props: RadioCardsProps<V>) {
  const name = createUniqueId();
  return (
    <fieldset class="flex flex-col gap-2 min-w-0">
      <legend class="label-text mb-2">{props.label}</legend>
      <div class={`grid gap-3 ${COLUMNS[props.columns ?? 1]}`}>
        <For each={props.options}>
          {(option) => (
            <label class="relative flex flex-col gap-2 p-3 rounded-md border border-line-strong bg-field cursor-pointer transition-colors hover:border-fg-2 has-[:checked]:(border-accent bg-accent-soft) has-[:focus-visible]:(outline-2 outline-solid outline-focus outline-offset-2)">
              {option.picture}
              <span class="flex items-center gap-2.5">
                <input
                  type="radio"
                  name={name}
                  class="appearance-none w-4 h-4 shrink-0 rounded-full border-2 border-line-strong outline-none! checked:(border-5 border-accent)"
                  checked={option.value === props.value}
                  onChange={() => props.onValue(option.value)}
                />
                <span class="title-sm flex-1">{option.label}</span>
                {option.icon}
              </span>
              <Show when={option.description}>
                <span class="hint-text ps-6.5">{option.description}</span>
              </Show>
            </label>
          )}
        </For>
      </div>
    </fieldset>
  );
}
