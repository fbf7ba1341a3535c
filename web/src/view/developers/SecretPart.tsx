import { createSignal, type JSX, Show } from "solid-js";
import { t } from "~/i18n";
import { distanceText } from "~/i18n/dates";
import { Button } from "~/ui/Button";
import { ConfirmDialog } from "~/ui/ConfirmDialog";
import { CopyField } from "~/ui/CopyField";
import { createAttempt } from "../form/createAttempt";
import { Part } from "../settings/PageHeader";

interface SecretPartProps {
  title: string;
  text: string;
  /** When the present one was made; absent when there is none. */
  madeAt: string | undefined;
  never: string;
  made(when: string): string;
  makeLabel: string;
  resetLabel: string;
  resetTitle: string;
  resetText: string;
  /** Makes another one and resolves to it. */
  make(): Promise<string>;
  onMade(): unknown;
  children?: JSX.Element;
}

/** Something secret that is shown once and then only replaced. */
export function SecretPart(props: SecretPartProps) {
  const { busy, attempt } = createAttempt();
  const [asking, ask] = createSignal(false);
  const [secret, show] = createSignal<string>();
  const exists = () => props.madeAt !== undefined || secret() !== undefined;
  const make = async () => {
    const done = await attempt(async () => show(await props.make()));
    ask(false);
    if (done) await props.onMade();
  };
  return (
    <Part title={props.title} text={props.text}>
      <Show
        when={secret()}
        fallback={
          <p class="text-fg-1">{props.madeAt ? props.made(distanceText(props.madeAt)) : props.never}</p>
        }
      >
        {(text) => (
          <CopyField
            first
            label={props.title}
            value={text()}
            hint={t("bots.tokenOnce")}
            copyLabel={t("common.copy")}
            copiedLabel={t("common.copied")}
          />
        )}
      </Show>
      <Button class="self-start" busy={busy()} onClick={() => (exists() ? ask(true) : void make())}>
        {exists() ? props.resetLabel : props.makeLabel}
      </Button>
      {props.children}
      <ConfirmDialog
        open={asking()}
        danger
        title={props.resetTitle}
        text={props.resetText}
        confirmLabel={props.resetLabel}
        cancelLabel={t("common.cancel")}
        busy={busy()}
        onConfirm={make}
        onClose={() => ask(false)}
      />
    </Part>
  );
}
