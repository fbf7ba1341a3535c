import { createSignal, type JSX, Show } from "solid-js";
import { Menu, type MenuItem } from "./Menu";

/**
 * What is inside opens a menu on a right click, on a long press and on the keyboard's menu key (the browser sends `contextmenu` for
 * all three). The items are asked for when it opens; an empty list leaves the browser's own menu.
 */
export function ContextMenu(props: {
  label: string;
  items: () => readonly MenuItem[];
  class?: string;
  children: JSX.Element;
}) {
  const [at, open] = createSignal<{ x: number; y: number; items: readonly MenuItem[] }>();
  const ask = (event: MouseEvent) => {
    const items = props.items();
    if (items.length === 0) return;
    event.preventDefault();
    event.stopPropagation();
    open(undefined);
    open({ ...pointOf(event), items });
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only listens to the controls inside.
    <div class={props.class ?? "contents"} onContextMenu={ask}>
      {props.children}
      <Show when={at()} keyed>
        {(menu) => (
          <Menu anchor={menu} label={props.label} items={menu.items} onClose={() => open(undefined)} />
        )}
      </Show>
    </div>
  );
}

/** From the keyboard the event has no useful point, so the menu opens at the focused element. */
function pointOf(event: MouseEvent): { x: number; y: number } {
  if (event.clientX !== 0 || event.clientY !== 0) return { x: event.clientX, y: event.clientY };
  const box = event.target instanceof Element ? event.target.getBoundingClientRect() : { left: 0, bottom: 0 };
  return { x: box.left, y: box.bottom };
}
