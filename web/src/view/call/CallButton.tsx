import { type JSX, Show } from "solid-js";
import { IconButton } from "~/ui/IconButton";
import { Tooltip } from "~/ui/Tooltip";

type Tone = "plain" | "on" | "off" | "end";

interface CallButtonProps {
  label: string;
  large: boolean;
  tone?: Tone;
  pressed?: boolean;
  disabled?: boolean;
  onClick(button: HTMLElement): void;
  children: JSX.Element;
}

const ROUND: Record<Tone, string> = {
  plain: "bg-bg-3 text-fg-0 hover:bg-bg-active",
  on: "bg-ok-soft text-ok hover:bg-bg-active",
  off: "bg-danger-soft text-danger hover:bg-bg-active",
  end: "bg-danger text-danger-fg hover:bg-danger-strong",
};

const SMALL: Record<Tone, string> = { plain: "", on: "text-ok!", off: "text-danger!", end: "text-danger!" };

/** One control of a call: round and large enough for a thumb below the faces, small in the sidebar. */
export function CallButton(props: CallButtonProps) {
  const tone = () => props.tone ?? "plain";
  return (
    <Show
      when={props.large}
      fallback={
        <IconButton
          label={props.label}
          pressed={props.pressed}
          disabled={props.disabled}
          class={SMALL[tone()]}
          onClick={(event) => props.onClick(event.currentTarget)}
        >
          {props.children}
        </IconButton>
      }
    >
      <Tooltip text={props.label}>
        <button
          type="button"
          aria-label={props.label}
          aria-pressed={props.pressed}
          aria-disabled={props.disabled ? "true" : undefined}
          onClick={(event) => !props.disabled && props.onClick(event.currentTarget)}
          class={`inline-flex items-center justify-center shrink-0 w-12 h-12 max-md:w-11 max-md:h-11 rounded-full cursor-pointer transition-colors aria-disabled:(op-45 cursor-not-allowed) ${ROUND[tone()]}`}
        >
          {props.children}
        </button>
      </Tooltip>
    </Show>
  );
}
