import { createSignal, type JSX, onCleanup, Show } from "solid-js";
import { placeElement, type Side } from "./place";

const WAIT_MS = 350;

/**
 * Shows a short text beside what it wraps, on hover and on keyboard focus. It repeats the name that the control already has, so it is
 * hidden from screen readers. It is a popover, so it lies above dialogs too.
 */
export function Tooltip(props: { text: string; side?: Side | undefined; children: JSX.Element }) {
  const [shown, show] = createSignal(false);
  let wrapper!: HTMLSpanElement;
  let timer: number | undefined;
  const open = (wait: number) => {
    clearTimeout(timer);
    timer = window.setTimeout(() => show(true), wait);
  };
  const close = () => {
    clearTimeout(timer);
    show(false);
  };
  onCleanup(() => clearTimeout(timer));
  const settle = (bubble: HTMLSpanElement) =>
    queueMicrotask(() => {
      const target = wrapper.firstElementChild;
      if (!bubble.isConnected || !target) return;
      bubble.showPopover();
      placeElement(bubble, target.getBoundingClientRect(), props.side ?? "top", "middle");
    });
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only listens to its child, which is the control.
    <span
      ref={wrapper}
      class="contents"
      onPointerEnter={(event) => event.pointerType === "mouse" && open(WAIT_MS)}
      onPointerOver={(event) => event.pointerType === "mouse" && !shown() && open(WAIT_MS)}
      onPointerOut={close}
      onPointerDown={close}
      onFocusIn={(event) => event.target.matches(":focus-visible") && open(0)}
      onFocusOut={close}
      onKeyDown={(event) => event.key === "Escape" && close()}
    >
      {props.children}
      <Show when={shown()}>
        <span
          ref={settle}
          popover="manual"
          aria-hidden="true"
          class="appear fixed max-w-64 px-2.5 py-1.5 rounded-sm bg-fg-0 text-bg-2 text-[0.8125rem] leading-4 font-medium shadow-high pointer-events-none"
        >
          {props.text}
        </span>
      </Show>
    </span>
  );
}
