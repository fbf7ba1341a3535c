import { For } from "solid-js";

/** Keys as they are engraved. */
export function Kbd(props: { keys: readonly string[] }) {
  return (
    <span class="inline-flex gap-1">
      <For each={props.keys}>
        {(key) => (
          <kbd class="inline-flex items-center justify-center min-w-6 h-6 px-1.5 rounded-sm border border-line border-b-2 bg-bg-3 text-fg-0 font-sans text-xs font-semibold">
            {key}
          </kbd>
        )}
      </For>
    </span>
  );
}
