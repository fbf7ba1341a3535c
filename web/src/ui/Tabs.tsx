import { createUniqueId, For, type JSX } from "solid-js";

export interface Tab<V extends string> {
  value: V;
  label: string;
}

/** Tabs by the ARIA pattern: arrows move, the panel below belongs to the chosen one. */
export function Tabs<V extends string>(props: {
  label: string;
  tabs: readonly Tab<V>[];
  value: V;
  onValue(value: V): void;
  children: JSX.Element;
}) {
  const id = createUniqueId();
  const move = (event: KeyboardEvent) => {
    const forward =
      getComputedStyle(document.documentElement).direction === "rtl" ? "ArrowLeft" : "ArrowRight";
    const step = event.key === forward ? 1 : event.key === "ArrowLeft" || event.key === "ArrowRight" ? -1 : 0;
    if (step === 0) return;
    const at = props.tabs.findIndex((tab) => tab.value === props.value);
    const next = props.tabs[(at + step + props.tabs.length) % props.tabs.length];
    if (!next) return;
    props.onValue(next.value);
    document.getElementById(`${id}-${next.value}`)?.focus();
  };
  return (
    <div class="flex flex-col gap-5 min-w-0">
      <div
        role="tablist"
        aria-label={props.label}
        class="flex gap-1 border-b border-line overflow-x-auto"
        onKeyDown={move}
      >
        <For each={props.tabs}>
          {(tab) => (
            <button
              type="button"
              role="tab"
              id={`${id}-${tab.value}`}
              aria-selected={tab.value === props.value}
              aria-controls={`${id}-panel`}
              tabindex={tab.value === props.value ? 0 : -1}
              onClick={() => props.onValue(tab.value)}
              class="px-3 py-2.5 text-sm font-semibold text-fg-2 border-b-2 border-transparent -mb-px cursor-pointer whitespace-nowrap -outline-offset-2! hover:text-fg-0 aria-selected:(text-fg-0 border-accent)"
            >
              {tab.label}
            </button>
          )}
        </For>
      </div>
      <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${props.value}`} tabindex="-1">
        {props.children}
      </div>
    </div>
  );
}
