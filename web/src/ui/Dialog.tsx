import X from "lucide-solid/icons/x";
import { createUniqueId, type JSX, Show } from "solid-js";
import { Portal } from "solid-js/web";
import { IconButton } from "./IconButton";
import { createModal } from "./modal";

export interface DialogProps {
  open: boolean;
  title: string;
  description?: JSX.Element;
  closeLabel: string;
  size?: "sm" | "md" | "lg" | undefined;
  footer?: JSX.Element;
  onClose(): void;
  children?: JSX.Element;
}

const WIDTHS = { sm: "sm:w-105", md: "sm:w-130", lg: "sm:w-170" };

/** A form begins with its first field, not with the button that closes it. */
const FIELD = "form :is(input, select, textarea, button):not([tabindex='-1'])";

/** The browser's modal dialog: it traps the focus, makes the page behind inert, closes on Esc and gives the focus back. */
export function Dialog(props: DialogProps) {
  return (
    <Show when={props.open}>
      <Portal>
        <Panel {...props} />
      </Portal>
    </Show>
  );
}

function Panel(props: DialogProps) {
  const id = createUniqueId();
  let element!: HTMLDialogElement;
  createModal(
    () => element,
    () => props.onClose(),
    FIELD,
  );
  return (
    <dialog
      ref={element}
      aria-labelledby={`${id}-title`}
      aria-describedby={props.description ? `${id}-text` : undefined}
      class={`rise fixed m-auto max-sm:(mb-0 rounded-b-0) w-full max-w-full ${WIDTHS[props.size ?? "md"]} sm:max-w-[calc(100vw-2rem)] max-h-[min(92dvh,56rem)] overflow-hidden rounded-lg bg-bg-2 text-fg-0 border border-line shadow-high`}
    >
      <div class="flex flex-col max-h-[min(92dvh,56rem)]">
        <header class="flex items-start gap-4 ps-6 pe-3 pt-4 pb-1">
          <div class="flex-1 min-w-0 pt-1">
            <h2 id={`${id}-title`} class="title-md break-words">
              {props.title}
            </h2>
            <Show when={props.description}>
              <p id={`${id}-text`} class="mt-1 text-sm leading-5.5 text-fg-1">
                {props.description}
              </p>
            </Show>
          </div>
          <IconButton label={props.closeLabel} side="bottom" onClick={() => props.onClose()}>
            <X size={19} />
          </IconButton>
        </header>
        <div class="flex-1 min-h-0 overflow-y-auto px-6 py-4">{props.children}</div>
        <Show when={props.footer}>
          <footer class="flex flex-wrap justify-end gap-2.5 px-6 py-4 bg-bg-1 border-t border-line">
            {props.footer}
          </footer>
        </Show>
      </div>
    </dialog>
  );
}
