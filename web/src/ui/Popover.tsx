import { type JSX, onCleanup, onMount } from "solid-js";
import { type Box, placeElement, type Side } from "./place";

export interface PopoverProps {
  /** The element or the point beside which it opens. */
  anchor: Element | { x: number; y: number };
  side?: Side | undefined;
  label: string;
  role?: "dialog" | "menu" | "listbox" | undefined;
  class?: string | undefined;
  onClose(): void;
  onKeyDown?: ((event: KeyboardEvent) => void) | undefined;
  children: JSX.Element;
}

function boxOf(anchor: PopoverProps["anchor"]): Box {
  return anchor instanceof Element
    ? anchor.getBoundingClientRect()
    : { left: anchor.x, top: anchor.y, width: 0, height: 0 };
}

/**
 * A floating panel in the top layer: mounted means open. It takes the focus, closes on Esc, on a press outside and when the window
 * changes its size, and gives the focus back to where it came from.
 */
export function Popover(props: PopoverProps) {
  let panel!: HTMLDivElement;
  const before = document.activeElement;
  const put = () => placeElement(panel, boxOf(props.anchor), props.side ?? "bottom", "start");
  const pressed = (event: PointerEvent) => {
    const target = event.target;
    if (!(target instanceof Node) || panel.contains(target)) return;
    if (props.anchor instanceof Element && props.anchor.contains(target)) return;
    props.onClose();
  };
  const keyed = (event: KeyboardEvent) => {
    if (event.key === "Escape") {
      event.preventDefault();
      event.stopPropagation();
      props.onClose();
    } else props.onKeyDown?.(event);
  };
  onMount(() => {
    panel.showPopover();
    put();
    const grown = new ResizeObserver(put);
    grown.observe(panel);
    const first = panel.querySelector<HTMLElement>("[autofocus], [role^=menuitem]");
    (first ?? panel).focus({ preventScroll: true });
    document.addEventListener("pointerdown", pressed, true);
    window.addEventListener("resize", props.onClose);
    onCleanup(() => {
      grown.disconnect();
      document.removeEventListener("pointerdown", pressed, true);
      window.removeEventListener("resize", props.onClose);
      const lost =
        !document.activeElement ||
        document.activeElement === document.body ||
        panel.contains(document.activeElement);
      if (lost && before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
    });
  });
  return (
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: the role is always set, only not as a literal.
    <div
      ref={panel}
      popover="manual"
      role={props.role ?? "dialog"}
      aria-label={props.label}
      tabindex="-1"
      class={`appear float fixed max-h-[calc(100dvh-1rem)] max-w-[calc(100vw-1rem)] overflow-y-auto outline-none! ${props.class ?? ""}`}
      on:keydown={keyed}
    >
      {props.children}
    </div>
  );
}
