import { type JSX, Show } from "solid-js";

export function Heading(props: { title: string; text?: JSX.Element }) {
  return (
    <header class="flex flex-col gap-1.5 mb-7">
      <h1 class="text-[1.75rem] leading-9 font-bold tracking-[-0.025em] text-fg-0 break-words">
        {props.title}
      </h1>
      <Show when={props.text}>
        <p class="text-[0.9375rem] leading-6 text-fg-1">{props.text}</p>
      </Show>
    </header>
  );
}
