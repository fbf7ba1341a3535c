import { onCleanup, onMount } from "solid-js";

/**
 * Opens a dialog while the component is mounted. Esc and a press on the backdrop ask to close; whether it does is the caller's to say.
 * The key itself is caught, since the browser closes a dialog on a second Esc whatever `cancel` is answered.
 * @param first what has the focus at the beginning, unless something asks for it
 */
export function createModal(dialog: () => HTMLDialogElement, close: () => void, first?: string): void {
  let unlisten = () => {};
  onMount(() => {
    const element = dialog();
    let pressedOutside = false;
    element.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || event.defaultPrevented) return;
      event.preventDefault();
      event.stopPropagation();
      close();
    });
    // What had the focus may be gone, as a button that saved; then the key is nobody's, and the topmost dialog's.
    const keyed = (event: KeyboardEvent) => {
      const open = document.querySelectorAll("dialog[open]");
      if (event.key !== "Escape" || event.defaultPrevented || open[open.length - 1] !== element) return;
      if (document.activeElement !== document.body) return;
      event.preventDefault();
      close();
    };
    document.addEventListener("keydown", keyed);
    unlisten = () => document.removeEventListener("keydown", keyed);
    element.addEventListener("cancel", (event) => {
      if (event.target !== element) return;
      event.preventDefault();
      close();
    });
    // A press that begins inside, as when text is selected, and ends on the backdrop does not count.
    element.addEventListener("pointerdown", (event) => {
      pressedOutside = event.target === element;
    });
    element.addEventListener("click", (event) => {
      if (event.target === element && pressedOutside) close();
    });
    element.showModal();
    if (first && !element.querySelector("[autofocus]")) element.querySelector<HTMLElement>(first)?.focus();
  });
  onCleanup(() => {
    unlisten();
    dialog().close();
  });
}
