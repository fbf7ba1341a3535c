import Check from "lucide-solid/icons/check";
import Copy from "lucide-solid/icons/copy";
import { createSignal, onCleanup, Show } from "solid-js";
import { Button } from "./Button";
import { Field } from "./Field";

const SAID_MS = 2000;

/** A text to be copied, with a button that says when it was. */
export function CopyField(props: {
  label: string;
  value: string;
  copyLabel: string;
  copiedLabel: string;
  hint?: string;
  /** What the dialog is about, so that it has the focus at once. */
  first?: boolean;
}) {
  const [copied, say] = createSignal(false);
  let timer: number | undefined;
  let input!: HTMLInputElement;
  onCleanup(() => clearTimeout(timer));
  const copy = async () => {
    input.select();
    // The clipboard interface is missing on plain http; the old command works there.
    if (navigator.clipboard) await navigator.clipboard.writeText(props.value);
    else document.execCommand("copy");
    say(true);
    clearTimeout(timer);
    timer = window.setTimeout(() => say(false), SAID_MS);
  };
  return (
    <Field label={props.label} hint={props.hint}>
      {(aria) => (
        <div class="flex gap-2">
          <input
            {...aria}
            ref={input}
            readonly
            autofocus={props.first}
            class="input-box font-mono text-sm"
            value={props.value}
            onFocus={() => input.select()}
          />
          <Button
            kind="primary"
            class="min-w-28"
            onClick={copy}
            icon={
              <Show when={copied()} fallback={<Copy size={16} />}>
                <Check size={16} />
              </Show>
            }
          >
            <span aria-live="polite">{copied() ? props.copiedLabel : props.copyLabel}</span>
          </Button>
        </div>
      )}
    </Field>
  );
}
