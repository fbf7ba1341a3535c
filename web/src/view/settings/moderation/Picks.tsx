import { For } from "solid-js";

interface PicksProps {
  label: string;
  choices: readonly { id: string; label: string }[];
  chosen: readonly string[];
  onChange(chosen: string[]): void;
}

/** Any number out of a few: a group of buttons that stay pressed. */
export function Picks(props: PicksProps) {
  const toggle = (id: string) =>
    props.onChange(
      props.chosen.includes(id) ? props.chosen.filter((one) => one !== id) : [...props.chosen, id],
    );
  return (
    <fieldset class="flex flex-col gap-2 min-w-0">
      <legend class="title-sm mb-2">{props.label}</legend>
      <div class="flex flex-wrap gap-2">
        <For each={props.choices}>
          {(choice) => (
            <button
              type="button"
              aria-pressed={props.chosen.includes(choice.id)}
              class="px-3 min-h-8 rounded-full border border-line-strong text-sm cursor-pointer aria-pressed:(bg-accent-soft border-accent text-fg-0)"
              onClick={() => toggle(choice.id)}
            >
              <bdi>{choice.label}</bdi>
            </button>
          )}
        </For>
      </div>
    </fieldset>
  );
}
