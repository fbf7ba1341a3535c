import { createSignal } from "solid-js";
import { useToasts } from "~/ui/Toast";
import { refusalText } from "./refusalTexts";

/** An action without fields: at most one at a time, a refusal becomes a toast. Resolves to whether it worked. */
export function createAttempt() {
  const toasts = useToasts();
  const [busy, setBusy] = createSignal(false);
  const attempt = async (action: () => Promise<unknown>, done?: string): Promise<boolean> => {
    if (busy()) return false;
    setBusy(true);
    try {
      await action();
      if (done) toasts.show(done, "ok");
      return true;
    } catch (failure) {
      toasts.show(refusalText(failure), "danger");
      return false;
    } finally {
      setBusy(false);
    }
  };
  return { busy, attempt };
}
