import { createSignal, For } from "solid-js";
import { t } from "~/i18n";
import { Button } from "~/ui/Button";
import { Popover } from "~/ui/Popover";
import type { Choice } from "~/ui/SearchMenu";

interface ManyMenuProps {
  anchor: Element;
  label: string;
  choices: readonly Choice[];
  chosen: readonly string[];
  min: number;
  max: number;
  onClose(): void;
  onPick(ids: string[]): void;
}

/** Several of a list, between a least and a most. */
export function ManyMenu(props: ManyMenuProps) {
  const [chosen, choose] = createSignal<readonly string[]>(props.chosen);
  const toggle = (id: string) =>
    choose((all) => (all.includes(id) ? all.filter((one) => one !== id) : [...all, id]));
  const ready = () => chosen().length >= props.min && chosen().length <= props.max;
  return (
    <Popover anchor={props.anchor} label={props.label} class="w-72 p-2" onClose={props.onClose}>
      <fieldset class="max-h-64 overflow-y-auto">
        <legend class="sr-only">{props.label}</legend>
        <For each={props.choices}>
          {(choice) => (
            <label class="flex items-center gap-2.5 min-h-10 px-2.5 rounded-sm cursor-pointer hover:bg-bg-hover">
              <input
                type="checkbox"
                checked={chosen().includes(choice.id)}
                disabled={!chosen().includes(choice.id) && chosen().length >= props.max}
                onChange={() => toggle(choice.id)}
              />
              {choice.picture}
              <span class="min-w-0 truncate text-sm font-medium">{choice.label}</span>
              <span class="ms-auto text-xs text-fg-2 truncate">{choice.hint}</span>
            </label>
          )}
        </For>
      </fieldset>
      <Button
        kind="primary"
        size="sm"
        class="w-full mt-2"
        disabled={!ready()}
        onClick={() => {
          props.onClose();
          props.onPick([...chosen()]);
        }}
      >
        {t("bots.choose")}
      </Button>
    </Popover>
  );
}
