/** Keys that write nothing, so that they may be held while one writes. */
const SILENT = /^(Control|Shift|Alt|Meta|F\d)/;
const WRITTEN = "input:not([type=range]), textarea, select, [contenteditable]";

/** Tells while a key is held, wherever one does not write with it. Ends with what it returns. */
export function makeHeldKey(code: () => string | undefined, held: (pressed: boolean) => void) {
  let pressed = false;
  const turn = (on: boolean) => {
    if (pressed === on) return;
    pressed = on;
    held(on);
  };
  const writes = (event: KeyboardEvent) =>
    event.target instanceof HTMLElement && event.target.matches(WRITTEN) && !SILENT.test(event.code);
  const down = (event: KeyboardEvent) => {
    if (event.code !== code() || writes(event)) return;
    // A held Space would scroll again and again.
    event.preventDefault();
    turn(true);
  };
  // Released is released, wherever the focus went meanwhile.
  const up = (event: KeyboardEvent) => {
    if (event.code !== code() || !pressed) return;
    event.preventDefault();
    turn(false);
  };
  const released = () => turn(false);
  addEventListener("keydown", down);
  addEventListener("keyup", up);
  addEventListener("blur", released);
  return () => {
    removeEventListener("keydown", down);
    removeEventListener("keyup", up);
    removeEventListener("blur", released);
  };
}
