import { createSignal, onCleanup } from "solid-js";
import { t } from "~/i18n";
import { Button } from "~/ui/Button";

/** A key that is held to do something; after a press on the button the next key becomes it, and Escape leaves it as it was. */
export function HeldKey(props: { label: string; onCode(code: string): void }) {
  const [binding, setBinding] = createSignal(false);
  const bind = (event: KeyboardEvent) => {
    if (!binding()) return;
    event.preventDefault();
    event.stopPropagation();
    setBinding(false);
    if (event.code !== "Escape") props.onCode(event.code);
  };
  addEventListener("keydown", bind, true);
  onCleanup(() => removeEventListener("keydown", bind, true));
  return (
    <Button kind="secondary" onClick={() => setBinding(true)}>
      {binding() ? t("call.pressKey") : props.label}
    </Button>
  );
}
