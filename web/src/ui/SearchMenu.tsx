import { createMemo, createSignal, createUniqueId, For, type JSX, Show } from "solid-js";
import { Popover, type PopoverProps } from "./Popover";

export interface Choice {
  id: string;
  label: string;
  hint?: string;
  picture?: JSX.Element;
}

interface SearchMenuProps extends Pick<PopoverProps, "anchor" | "onClose"> {
  label: string;
  emptyLabel: string;
  choices: readonly Choice[];
  onPick(id: string): void;
  /** Told what is typed, for a caller that knows more than it lists. */
  onQuery?: ((query: string) => void) | undefined;
}

/** A menu with a search field: arrows choose, Enter picks. */
export function SearchMenu(props: SearchMenuProps) {
  const id = createUniqueId();
  const [query, setQuery] = createSignal("");
  const [at, setAt] = createSignal(0);
  const found = createMemo(() => {
    const wanted = query().trim().toLowerCase();
    return props.choices.filter((choice) =>
      `${choice.label} ${choice.hint ?? ""}`.toLowerCase().includes(wanted),
    );
  });
  const pick = (choice: Choice | undefined) => {
    if (!choice) return;
    props.onClose();
    props.onPick(choice.id);
  };
  const move = (step: number) => {
    setAt((at() + step + found().length) % Math.max(1, found().length));
    document.getElementById(`${id}-${at()}`)?.scrollIntoView({ block: "nearest" });
  };
  const keyed = (event: KeyboardEvent) => {
    if (event.key === "ArrowDown") move(1);
    else if (event.key === "ArrowUp") move(-1);
    else if (event.key === "Enter" && !event.isComposing) pick(found()[at()]);
    else return;
    event.preventDefault();
  };
  const typed = (text: string) => {
    setQuery(text);
    setAt(0);
    props.onQuery?.(text);
  };
  return (
    <Popover anchor={props.anchor} label={props.label} class="w-72 p-2" onClose={props.onClose}>
      <input
        autofocus
        role="combobox"
        aria-expanded="true"
        aria-autocomplete="list"
        aria-controls={`${id}-list`}
        aria-activedescendant={found().length > 0 ? `${id}-${at()}` : undefined}
        aria-label={props.label}
        placeholder={props.label}
        autocomplete="off"
        spellcheck={false}
        class="input-box mb-2"
        value={query()}
        onInput={(event) => typed(event.currentTarget.value)}
        onKeyDown={keyed}
      />
      <div id={`${id}-list`} role="listbox" aria-label={props.label} class="max-h-64 overflow-y-auto">
        <For each={found()}>
          {(choice, index) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the input above has the focus and the keys.
            // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the input, as the combobox pattern wants.
            <div
              id={`${id}-${index()}`}
              role="option"
              aria-selected={index() === at()}
              class="flex items-center gap-2.5 min-h-10 px-2.5 rounded-sm cursor-pointer aria-selected:bg-bg-active"
              onPointerMove={() => setAt(index())}
              onClick={() => pick(choice)}
            >
              {choice.picture}
              <span class="min-w-0 truncate text-sm font-medium">{choice.label}</span>
              <span class="ms-auto shrink-0 max-w-[45%] truncate text-xs text-fg-2">{choice.hint}</span>
            </div>
          )}
        </For>
      </div>
      <Show when={found().length === 0}>
        <p class="px-2.5 py-3 text-sm text-fg-1">{props.emptyLabel}</p>
      </Show>
    </Popover>
  );
}
