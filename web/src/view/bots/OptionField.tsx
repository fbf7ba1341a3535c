import { createEffect, createSignal, createUniqueId, For, Match, on, Show, Switch } from "solid-js";
import type { CommandOption } from "~/api/bots";
import { ComponentType } from "~/api/components";
import type { Id } from "~/api/types";
import { t } from "~/i18n";
import { useApp } from "~/state/app";
import { shownName } from "~/state/commands";
import { Select } from "~/ui/Select";
import { TextInput } from "~/ui/TextInput";
import { ChoiceField } from "./ChoiceField";
import { FileField } from "./FileField";
import { OptionType, type Written } from "./optionValues";

interface OptionFieldProps {
  option: CommandOption;
  guild: Id;
  value: Written | undefined;
  error: string | undefined;
  onValue(value: Written): void;
  /** Asks for choices; resolves to the mark of the question. */
  onComplete(text: string): Promise<string>;
}

/** The kinds of menus that choose people, roles and channels. */
const MENUS: Record<number, number> = {
  [OptionType.user]: ComponentType.userSelect,
  [OptionType.channel]: ComponentType.channelSelect,
  [OptionType.role]: ComponentType.roleSelect,
  [OptionType.mentionable]: ComponentType.mentionableSelect,
};
const PAUSE_MS = 250;

/** One option of a command, in the form that fits its type. */
export function OptionField(props: OptionFieldProps) {
  const label = () => `${shownName(props.option)}${props.option.required ? ` · ${t("bots.required")}` : ""}`;
  const hint = () => props.option.description_localized ?? props.option.description;
  const offered = () => props.option.choices ?? [];
  const unset = { value: "", label: t("bots.unset") };
  return (
    <Switch fallback={<TextOption {...props} label={label()} hint={hint()} />}>
      <Match when={offered().length}>
        <Select
          label={label()}
          hint={hint()}
          error={props.error}
          value={String(props.value?.value ?? "")}
          options={[unset, ...offered().map((one) => ({ value: String(one.value), label: shownName(one) }))]}
          onValue={(chosen) => {
            const found = offered().find((one) => String(one.value) === chosen);
            props.onValue(found ? { text: found.name, value: found.value } : { text: "" });
          }}
        />
      </Match>
      <Match when={props.option.type === OptionType.boolean}>
        <Select
          label={label()}
          hint={hint()}
          error={props.error}
          value={props.value?.text ?? ""}
          options={[unset, { value: "true", label: t("bots.yes") }, { value: "false", label: t("bots.no") }]}
          onValue={(text) => props.onValue({ text })}
        />
      </Match>
      <Match when={props.option.type === OptionType.attachment}>
        <FileField
          label={label()}
          hint={hint()}
          error={props.error}
          files={props.value?.file ? [props.value.file] : []}
          onFiles={([file]) => props.onValue(file ? { text: file.name, file } : { text: "" })}
        />
      </Match>
      <Match when={MENUS[props.option.type]}>
        {(type) => (
          <ChoiceField
            label={label()}
            hint={hint()}
            error={props.error}
            guild={props.guild}
            it={{
              type: type(),
              ...(props.option.channel_types && { channel_types: props.option.channel_types }),
            }}
            values={props.value ? [props.value.text] : []}
            onValues={([text = ""]) => props.onValue({ text })}
          />
        )}
      </Match>
    </Switch>
  );
}

function TextOption(props: OptionFieldProps & { label: string; hint: string }) {
  const app = useApp();
  const id = createUniqueId();
  const [asked, ask] = createSignal<string>();
  let timer: number | undefined;
  const numeric = () => props.option.type === OptionType.integer || props.option.type === OptionType.number;
  const choices = () => {
    const offered = app.interactions.offered();
    return offered && offered.nonce === asked() ? offered.choices : [];
  };
  const typed = (text: string) => {
    const found = choices().find((one) => shownName(one) === text);
    props.onValue(found ? { text, value: found.value } : { text });
    if (!props.option.autocomplete || found) return;
    clearTimeout(timer);
    timer = window.setTimeout(() => void props.onComplete(text).then(ask, () => {}), PAUSE_MS);
  };
  createEffect(
    on(
      () => props.option.name,
      () => props.option.autocomplete && void props.onComplete("").then(ask, () => {}),
    ),
  );
  return (
    <>
      <TextInput
        label={props.label}
        hint={props.hint}
        error={props.error}
        value={props.value?.text ?? ""}
        inputmode={numeric() ? "decimal" : "text"}
        maxLength={props.option.max_length}
        list={props.option.autocomplete ? `${id}-choices` : undefined}
        autocomplete="off"
        onValue={typed}
      />
      <Show when={props.option.autocomplete}>
        <datalist id={`${id}-choices`}>
          <For each={choices()}>{(one) => <option value={shownName(one)} />}</For>
        </datalist>
      </Show>
    </>
  );
}
