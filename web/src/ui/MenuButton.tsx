import { createSignal, type JSX, Show } from "solid-js";
import { IconButton } from "./IconButton";
import { Menu, type MenuItem } from "./Menu";
import type { Side } from "./place";

/** An icon that opens a menu. The items are asked for when it opens. */
export function MenuButton(props: {
  label: string;
  items: () => readonly MenuItem[];
  side?: Side;
  size?: "sm" | "md";
  class?: string;
  children: JSX.Element;
}) {
  const [anchor, open] = createSignal<HTMLButtonElement>();
  return (
    <>
      <IconButton
        label={props.label}
        size={props.size}
        class={props.class ?? ""}
        aria-haspopup="menu"
        aria-expanded={anchor() !== undefined}
        onClick={(event) => open(anchor() ? undefined : event.currentTarget)}
      >
        {props.children}
      </IconButton>
      <Show when={anchor()}>
        {(button) => (
          <Menu
            anchor={button()}
            side={props.side ?? "bottom"}
            label={props.label}
            items={props.items()}
            onClose={() => open(undefined)}
          />
        )}
      </Show>
    </>
  );
}
