import Check from "lucide-solid/icons/check";
import Minus from "lucide-solid/icons/minus";
import X from "lucide-solid/icons/x";
import { createUniqueId, For, Match, Switch } from "solid-js";
import { t } from "~/i18n";
import type { Answer } from "../permissions/overwrites";

const ANSWERS = ["deny", "inherit", "allow"] as const;

const TINTS: Record<Answer, string> = {
  deny: "has-[:checked]:(bg-danger text-danger-fg)",
  inherit: "has-[:checked]:(bg-bg-active text-fg-0)",
  allow: "has-[:checked]:(bg-ok text-bg-2)",
};

/** Three radio buttons in a row: no, whatever the roles say, yes. */
export function AnswerSwitch(props: {
  label: string;
  value: Answer;
  disabled: boolean;
  onValue(answer: Answer): void;
}) {
  const name = createUniqueId();
  return (
    <fieldset
      class="flex shrink-0 rounded-md border border-line-strong overflow-hidden"
      classList={{ "op-55": props.disabled }}
    >
      <legend class="sr-only">{props.label}</legend>
      <For each={ANSWERS}>
        {(answer) => (
          <label
            title={t(`permissions.${answer}`)}
            class={`relative flex items-center justify-center w-10 h-8 text-fg-2 transition-colors border-s border-line first:border-s-0 has-[:focus-visible]:(outline-2 outline-solid outline-focus -outline-offset-2) ${TINTS[answer]}`}
            classList={{ "cursor-pointer hover:bg-bg-hover": !props.disabled }}
          >
            <input
              type="radio"
              name={name}
              class="absolute inset-0 op-0 cursor-inherit"
              aria-label={t(`permissions.${answer}`)}
              checked={props.value === answer}
              disabled={props.disabled}
              onChange={() => props.onValue(answer)}
            />
            <Switch>
              <Match when={answer === "deny"}>
                <X size={17} aria-hidden="true" />
              </Match>
              <Match when={answer === "inherit"}>
                <Minus size={17} aria-hidden="true" />
              </Match>
              <Match when={answer === "allow"}>
                <Check size={17} aria-hidden="true" />
              </Match>
            </Switch>
          </label>
        )}
      </For>
    </fieldset>
  );
}
