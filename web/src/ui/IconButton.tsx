import { type JSX, splitProps } from "solid-js";
import type { Side } from "./place";
import { Tooltip } from "./Tooltip";

export interface IconButtonProps extends Omit<JSX.ButtonHTMLAttributes<HTMLButtonElement>, "onClick"> {
  label: string;
  side?: Side | undefined;
  size?: "sm" | "md" | undefined;
  danger?: boolean | undefined;
  /** Set for a toggle; left out for a plain action. */
  pressed?: boolean | undefined;
  onClick?: ((event: MouseEvent & { currentTarget: HTMLButtonElement }) => void) | undefined;
}

/** A square button whose label is its name for screen readers and its tooltip for everybody else. */
export function IconButton(props: IconButtonProps) {
  const [own, rest] = splitProps(props, [
    "label",
    "side",
    "size",
    "danger",
    "pressed",
    "class",
    "children",
    "disabled",
    "onClick",
  ]);
  return (
    <Tooltip text={own.label} side={own.side}>
      <button
        {...rest}
        type="button"
        aria-label={own.label}
        aria-pressed={own.pressed}
        aria-disabled={own.disabled ? "true" : undefined}
        onClick={(event) => !own.disabled && own.onClick?.(event)}
        class={`inline-flex items-center justify-center shrink-0 rounded-sm cursor-pointer transition-colors ${
          own.size === "sm" ? "w-7 h-7" : "w-9 h-9"
        } ${own.danger ? "text-danger hover:bg-danger-soft" : "text-fg-1 hover:(bg-bg-hover text-fg-0) aria-pressed:text-fg-0"} aria-disabled:(op-45 cursor-not-allowed) ${own.class ?? ""}`}
      >
        {own.children}
      </button>
    </Tooltip>
  );
}
