import Check from "lucide-solid/icons/check";
import { For, type JSX, Show } from "solid-js";
import { Popover, type PopoverProps } from "./Popover";

export interface MenuAction {
  label: string;
  icon?: JSX.Element;
  hint?: string | undefined;
  danger?: boolean | undefined;
  disabled?: boolean | undefined;
  /** Set for an item that is a choice; the chosen one has a tick. */
  checked?: boolean | undefined;
  onSelect(): void;
}

export type MenuItem = MenuAction | "separator";

/** A menu beside its anchor, by mouse or keyboard: arrows, Home, End, first letters, Enter, Esc. */
export function Menu(
  props: Pick<PopoverProps, "anchor" | "side" | "label" | "onClose"> & { items: readonly MenuItem[] },
) {
  return (
    <Popover {...props} role="menu" class="min-w-50 p-1.5" onKeyDown={(event) => steer(event, props.onClose)}>
      <For each={props.items}>
        {(item) =>
          item === "separator" ? (
            <hr class="my-1.5 mx-2 border-t border-line" />
          ) : (
            <Entry item={item} onClose={props.onClose} />
          )
        }
      </For>
    </Popover>
  );
}

function Entry(props: { item: MenuAction; onClose(): void }) {
  const choose = () => {
    if (props.item.disabled) return;
    props.onClose();
    props.item.onSelect();
  };
  return (
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: aria-checked is set only together with the role that has it.
    <button
      type="button"
      role={props.item.checked === undefined ? "menuitem" : "menuitemradio"}
      aria-checked={props.item.checked}
      aria-disabled={props.item.disabled ? "true" : undefined}
      tabindex="-1"
      onClick={choose}
      onPointerMove={(event) => event.currentTarget.focus({ preventScroll: true })}
      class="flex items-center gap-2.5 w-full min-h-9 px-2.5 rounded-sm text-sm font-medium cursor-pointer outline-none focus:bg-bg-active aria-disabled:(op-50 cursor-not-allowed)"
      classList={{
        "text-danger focus:bg-danger-soft": props.item.danger === true,
        "text-fg-0": !props.item.danger,
      }}
    >
      <span class="flex w-4.5 shrink-0 op-85" aria-hidden="true">
        {props.item.icon}
      </span>
      <span class="flex-1 min-w-0 truncate">{props.item.label}</span>
      <Show when={props.item.hint}>
        <kbd class="text-xs text-fg-2 font-sans">{props.item.hint}</kbd>
      </Show>
      <Show when={props.item.checked}>
        <Check size={16} class="text-accent" aria-hidden="true" />
      </Show>
    </button>
  );
}

function steer(event: KeyboardEvent & { currentTarget?: EventTarget | null }, close: () => void) {
  const panel = event.currentTarget;
  if (!(panel instanceof HTMLElement)) return;
  const entries = [...panel.querySelectorAll<HTMLElement>("[role^=menuitem]")];
  const at = entries.findIndex((entry) => entry.matches(":focus"));
  const go = (index: number) => {
    event.preventDefault();
    entries[(index + entries.length) % entries.length]?.focus();
  };
  if (event.key === "ArrowDown") go(at + 1);
  else if (event.key === "ArrowUp") go(at < 0 ? -1 : at - 1);
  else if (event.key === "Home") go(0);
  else if (event.key === "End") go(-1);
  else if (event.key === "Tab") {
    event.preventDefault();
    close();
  } else if (event.key.length === 1 && event.key !== " ") {
    const letter = event.key.toLowerCase();
    const next = [...entries.slice(at + 1), ...entries.slice(0, at + 1)];
    const found = next.find((entry) => entry.textContent?.trim().toLowerCase().startsWith(letter));
    if (found) go(entries.indexOf(found));
  }
}
