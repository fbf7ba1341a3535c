import { For } from "solid-js";
import { t } from "~/i18n";
import { PasswordInput } from "~/ui/PasswordInput";
import { PASSWORD_MAX_CHARS, passwordStrength } from "./accountRules";

const TINTS = ["bg-bg-3", "bg-danger", "bg-warn", "bg-ok"] as const;

/** A password being chosen, with how good it is. */
export function NewPassword(props: {
  label: string;
  value: string;
  error: string | undefined;
  onValue(value: string): void;
}) {
  const strength = () => passwordStrength(props.value);
  const word = () =>
    ["", t("welcome.passwordWeak"), t("welcome.passwordFair"), t("welcome.passwordStrong")][strength()];
  return (
    <div class="flex flex-col gap-2">
      <PasswordInput
        label={props.label}
        value={props.value}
        onValue={props.onValue}
        error={props.error}
        hint={props.error ? undefined : t("welcome.passwordHint")}
        aside={word()}
        autocomplete="new-password"
        maxLength={PASSWORD_MAX_CHARS}
        required
        showLabel={t("common.showPassword")}
        hideLabelText={t("common.hidePassword")}
      />
      <div class="flex gap-1.5" aria-hidden="true">
        <For each={[1, 2, 3]}>
          {(step) => (
            <span
              class={`h-1 flex-1 rounded-full transition-colors ${strength() >= step ? TINTS[strength()] : "bg-bg-3"}`}
            />
          )}
        </For>
      </div>
    </div>
  );
}
