import { type JSX, Show } from "solid-js";

/** What a place says while nothing is in it: a drawing, what it is for, and the way to the first thing. */
export function EmptyState(props: { icon: JSX.Element; title: string; text?: string; action?: JSX.Element }) {
  return (
    <div class="flex flex-col items-center text-center gap-2 px-6 py-12 m-auto max-w-100">
      <span
        class="flex items-center justify-center w-16 h-16 mb-3 rounded-lg rotate--3 bg-accent-soft text-accent"
        aria-hidden="true"
      >
        {props.icon}
      </span>
      <p class="title-md">{props.title}</p>
      <Show when={props.text}>
        <p class="text-sm leading-5.5 text-fg-1">{props.text}</p>
      </Show>
      <Show when={props.action}>
        <div class="mt-4 flex gap-2">{props.action}</div>
      </Show>
    </div>
  );
}
