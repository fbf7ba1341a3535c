import ChevronDown from "lucide-solid/icons/chevron-down";
import { createSignal, Show } from "solid-js";
import type { Component } from "~/api/components";
import type { Message } from "~/api/types";
import { t } from "~/i18n";
import { useApp } from "~/state/app";
import { SearchMenu } from "~/ui/SearchMenu";
import { useConversation } from "../channel/conversation";
import { createDeed } from "../form/createDeed";
import { choicesOf } from "./choices";
import { ManyMenu } from "./ManyMenu";
import { targetOf } from "./target";

/** A menu of a message: one choice is sent at once, several after they are confirmed. */
export function SelectComponent(props: { message: Message; it: Component }) {
  const app = useApp();
  const attempt = createDeed();
  const guild = useConversation().guild().id;
  const [anchor, open] = createSignal<Element>();
  const [chosen, choose] = createSignal<string[]>(
    (props.it.options ?? []).filter((one) => one.default).map((one) => one.value),
  );
  const id = () => props.it.custom_id ?? "";
  const many = () => (props.it.max_values ?? 1) > 1;
  const choices = () => choicesOf(app, guild, props.it);
  const label = () => {
    const names = choices()
      .filter((one) => chosen().includes(one.id))
      .map((one) => one.label);
    return names.join(", ") || (props.it.placeholder ?? t("bots.chooseOne"));
  };
  const send = (values: string[]) => {
    choose(values);
    const data = { component_type: props.it.type, values };
    attempt(app.interactions.press(targetOf(props.message), props.message.id, id(), data));
  };
  return (
    <>
      <button
        type="button"
        class="input-box flex items-center gap-2 w-full max-w-100 text-start cursor-pointer aria-disabled:(op-55 cursor-not-allowed)"
        aria-haspopup="listbox"
        aria-expanded={anchor() ? "true" : "false"}
        aria-disabled={props.it.disabled ? "true" : undefined}
        onClick={(event) => !props.it.disabled && open(event.currentTarget)}
      >
        <span class="flex-1 min-w-0 truncate">{label()}</span>
        <ChevronDown size={16} class="text-fg-2" aria-hidden="true" />
      </button>
      <Show when={anchor()}>
        {(at) => (
          <Show
            when={many()}
            fallback={
              <SearchMenu
                anchor={at()}
                label={props.it.placeholder ?? t("bots.chooseOne")}
                emptyLabel={t("bots.noChoice")}
                choices={choices()}
                onClose={() => open(undefined)}
                onPick={(value) => send([value])}
              />
            }
          >
            <ManyMenu
              anchor={at()}
              label={props.it.placeholder ?? t("bots.chooseOne")}
              choices={choices()}
              chosen={chosen()}
              min={props.it.min_values ?? 1}
              max={props.it.max_values ?? 1}
              onClose={() => open(undefined)}
              onPick={send}
            />
          </Show>
        )}
      </Show>
    </>
  );
}
