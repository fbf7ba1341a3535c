import type { JSX } from "solid-js";

const KINDS = {
  mention: "bg-danger text-danger-fg",
  accent: "bg-accent text-accent-fg",
  quiet: "bg-bg-active text-fg-1",
};

/** A count or a short word in a pill. */
export function Badge(props: { kind?: keyof typeof KINDS; label?: string; children: JSX.Element }) {
  return (
    <span
      class={`inline-flex items-center justify-center min-w-4.5 h-4.5 px-1.5 rounded-full text-[0.6875rem] leading-none font-bold tabular-nums ${KINDS[props.kind ?? "quiet"]}`}
    >
      <span aria-hidden={props.label ? "true" : undefined}>{props.children}</span>
      <span class="sr-only">{props.label}</span>
    </span>
  );
}
