import { createSignal } from "solid-js";
import { type FormErrors, formErrors } from "./refusalTexts";

export interface Submit {
  busy(): boolean;
  /** The text for a field; without a name, for the form as a whole. */
  error(field?: string): string | undefined;
  /** Refuses before the server is asked. */
  refuse(errors: FormErrors): void;
  /** Shows a refusal that this form's action met elsewhere. */
  fail(refusal: unknown): void;
  run(event?: Event): Promise<void>;
}

/** A form's one action: one at a time, its errors kept by field until the next try. */
export function createSubmit(fields: readonly string[], action: () => Promise<unknown>): Submit {
  const [busy, setBusy] = createSignal(false);
  const [errors, setErrors] = createSignal<FormErrors>({});
  const fail = (refusal: unknown) => {
    setErrors(formErrors(refusal, fields));
  };
  const run = async (event?: Event) => {
    event?.preventDefault();
    if (busy()) return;
    setBusy(true);
    setErrors({});
    try {
      await action();
    } catch (failure) {
      if (!(failure instanceof Withheld)) fail(failure);
    } finally {
      setBusy(false);
    }
  };
  const refuse = (found: FormErrors) => {
    setErrors(found);
    throw new Withheld();
  };
  return { busy, error: (field = "") => errors()[field], refuse, fail, run };
}

/** Ends an action whose errors are already said. */
class Withheld extends Error {}
