import { type JSX, Show } from "solid-js";

interface PageHeaderProps {
  title: string;
  text?: string;
  action?: JSX.Element;
  /** On a phone, too, where the settings have the name in their own bar. */
  named?: boolean;
}

/** The head of a settings page: its name, what it is for, and at most one action. */
export function PageHeader(props: PageHeaderProps) {
  return (
    <header class="flex flex-wrap items-start gap-4 mb-7">
      <div class="flex-1 min-w-60 flex flex-col gap-1.5">
        <h2 class="title-lg" classList={{ "max-md:sr-only": !props.named }}>
          {props.title}
        </h2>
        <Show when={props.text}>
          <p class="text-[0.9375rem] leading-6 text-fg-1 max-w-130">{props.text}</p>
        </Show>
      </div>
      {props.action}
    </header>
  );
}

/** A part of a page under a heading of its own. */
export function Part(props: { title: string; text?: string; children: JSX.Element }) {
  return (
    <section class="flex flex-col gap-4 py-6 border-t border-line first:(border-t-0 pt-0)">
      <div class="flex flex-col gap-1">
        <h3 class="title-md">{props.title}</h3>
        <Show when={props.text}>
          <p class="hint-text">{props.text}</p>
        </Show>
      </div>
      {props.children}
    </section>
  );
}
