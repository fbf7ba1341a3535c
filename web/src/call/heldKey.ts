/** Tells while a key is held, wherever one does not write. Ends with what it returns. */
export function makeHeldKey(code: () => string | undefined, held: (pressed: boolean) => void) {
  const turned = (pressed: boolean) => (event: KeyboardEvent) => {
    if (event.code !== code() || event.repeat) return;
    if (event.target instanceof HTMLElement && event.target.matches("input, textarea, [contenteditable]"))
      return;
    held(pressed);
    event.preventDefault();
  };
  const down = turned(true);
  const up = turned(false);
  const released = () => held(false);
  addEventListener("keydown", down);
  addEventListener("keyup", up);
  addEventListener("blur", released);
  return () => {
    removeEventListener("keydown", down);
    removeEventListener("keyup", up);
    removeEventListener("blur", released);
  };
}
