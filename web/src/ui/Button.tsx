import { type JSX, Show, splitProps } from "solid-js";
import { Spinner } from "./Spinner";

export type ButtonKind = "primary" | "secondary" | "ghost" | "danger" | "danger-quiet";

export interface ButtonProps extends Omit<JSX.ButtonHTMLAttributes<HTMLButtonElement>, "onClick"> {
  kind?: ButtonKind | undefined;
  size?: "sm" | "md" | "lg" | undefined;
  busy?: boolean | undefined;
  icon?: JSX.Element;
  onClick?: ((event: MouseEvent) => void) | undefined;
}

const KINDS: Record<ButtonKind, string> = {
  primary: "btn-primary",
  secondary: "btn-secondary",
  ghost: "btn-ghost",
  danger: "btn-danger",
  "danger-quiet": "btn-danger-quiet",
};

const SIZES = { sm: "btn-sm", md: "", lg: "btn-lg" };

/** A disabled or busy button stays focusable (aria-disabled), so the keyboard never loses its place. */
export function Button(props: ButtonProps) {
  const [own, rest] = splitProps(props, [
    "kind",
    "size",
    "busy",
    "icon",
    "onClick",
    "class",
    "children",
    "disabled",
    "type",
  ]);
  const off = () => Boolean(own.disabled || own.busy);
  const press = (event: MouseEvent) => {
    if (off()) event.preventDefault();
    else own.onClick?.(event);
  };
  return (
    <button
      {...rest}
      type={own.type ?? "button"}
      class={`btn ${KINDS[own.kind ?? "secondary"]} ${SIZES[own.size ?? "md"]} ${own.class ?? ""}`}
      aria-disabled={off() ? "true" : undefined}
      aria-busy={own.busy ? "true" : undefined}
      onClick={press}
    >
      <Show when={own.busy} fallback={own.icon}>
        <Spinner size={16} />
      </Show>
      {own.children}
    </button>
  );
}
