import ChevronDown from "lucide-solid/icons/chevron-down";
import { createSignal, Show } from "solid-js";
import type { Component } from "~/api/components";
import type { Id } from "~/api/types";
import { t } from "~/i18n";
import { useApp } from "~/state/app";
import { Field } from "~/ui/Field";
import { SearchMenu } from "~/ui/SearchMenu";
import { choicesOf } from "./choices";
import { ManyMenu } from "./ManyMenu";

interface ChoiceFieldProps {
  label: string;
  hint?: string;
  error?: string | undefined;
  it: Pick<Component, "type" | "options" | "channel_types" | "min_values" | "max_values" | "placeholder">;
  guild: Id;
  values: string[];
  onValues(values: string[]): void;
}

/** A field whose value is chosen: people, roles, channels, or what is offered. */
export function ChoiceField(props: ChoiceFieldProps) {
  const app = useApp();
  const [anchor, open] = createSignal<Element>();
  const choices = () => choicesOf(app, props.guild, props.it);
  const names = () =>
    choices()
      .filter((one) => props.values.includes(one.id))
      .map((one) => one.label)
      .join(", ");
  return (
    <Field label={props.label} hint={props.hint} error={props.error}>
      {(aria) => (
        <>
          <button
            {...aria}
            type="button"
            aria-haspopup="listbox"
            class="input-box flex items-center gap-2 text-start cursor-pointer"
            onClick={(event) => open(event.currentTarget)}
          >
            <span class="flex-1 min-w-0 truncate">
              {names() || (props.it.placeholder ?? t("bots.chooseOne"))}
            </span>
            <ChevronDown size={16} class="text-fg-2" aria-hidden="true" />
          </button>
          <Show when={anchor()}>
            {(at) => (
              <Show
                when={(props.it.max_values ?? 1) > 1}
                fallback={
                  <SearchMenu
                    anchor={at()}
                    label={props.label}
                    emptyLabel={t("bots.noChoice")}
                    choices={choices()}
                    onClose={() => open(undefined)}
                    onPick={(value) => props.onValues([value])}
                  />
                }
              >
                <ManyMenu
                  anchor={at()}
                  label={props.label}
                  choices={choices()}
                  chosen={props.values}
                  min={props.it.min_values ?? 1}
                  max={props.it.max_values ?? 1}
                  onClose={() => open(undefined)}
                  onPick={props.onValues}
                />
              </Show>
            )}
          </Show>
        </>
      )}
    </Field>
  );
}
