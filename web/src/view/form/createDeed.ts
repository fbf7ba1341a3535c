import { useToasts } from "~/ui/Toast";
import { refusalText } from "./refusalTexts";

export type Attempt = ReturnType<typeof createDeed>;

/** Says in a notice when something that the person asked for was refused. */
export function createDeed() {
  const toasts = useToasts();
  return (deed: Promise<unknown>): void => {
    deed.catch((refusal: unknown) => toasts.show(refusalText(refusal), "danger"));
  };
}
