import { createMemo, createSignal, createUniqueId, For, Show } from "solid-js";
import type { Channel, User } from "~/api/types";
import { t } from "~/i18n";
import { completed, type Suggestion, suggestionsFor } from "./suggestions";

interface SearchFieldProps {
  value: string;
  users: readonly User[];
  channels: readonly Channel[];
  onValue(text: string): void;
  onSearch(): void;
}

/** The search text with what could come next: arrows choose, Enter or Tab takes it, Escape puts the list away. */
export function SearchField(props: SearchFieldProps) {
  const id = createUniqueId();
  const [active, setActive] = createSignal(-1);
  const [away, putAway] = createSignal(false);
  let field!: HTMLInputElement;
  const list = createMemo(() => suggestionsFor(props.value, props));
  const shown = () => !away() && list().length > 0;
  const write = (text: string) => {
    props.onValue(text);
    setActive(-1);
    putAway(false);
  };
  const take = (suggestion: Suggestion) => {
    write(completed(props.value, suggestion));
    field.focus();
  };
  const move = (step: number) => {
    putAway(false);
    const count = list().length;
    if (count) setActive((at) => (at + step + count + (at < 0 && step < 0 ? 1 : 0)) % count);
  };
  const press = (event: KeyboardEvent) => {
    const chosen = shown() ? list()[active()] : undefined;
    if (event.isComposing) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") move(event.key === "ArrowDown" ? 1 : -1);
    else if (event.key === "Tab" && !event.shiftKey && chosen) take(chosen);
    else if (event.key === "Enter") {
      if (chosen) take(chosen);
      else {
        putAway(true);
        props.onSearch();
      }
    } else if (event.key === "Escape" && shown() && props.value) {
      putAway(true);
      event.stopPropagation();
    } else return;
    event.preventDefault();
  };
  return (
    <div class="flex flex-col gap-1.5">
      <input
        ref={field}
        autofocus
        type="search"
        role="combobox"
        class="input-box"
        aria-label={t("search.title")}
        aria-autocomplete="list"
        aria-expanded={shown()}
        aria-controls={shown() ? id : undefined}
        aria-activedescendant={shown() && active() >= 0 ? `${id}-${active()}` : undefined}
        placeholder={t("search.hint")}
        value={props.value}
        onInput={(event) => write(event.currentTarget.value)}
        onKeyDown={press}
      />
      <Show when={shown()}>
        <div id={id} role="listbox" aria-label={t("search.suggestions")} class="flex flex-col">
          <For each={list()}>
            {(one, at) => (
              // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the text field, which points here.
              // biome-ignore lint/a11y/useKeyWithClickEvents: the text field takes the keys.
              <div
                id={`${id}-${at()}`}
                role="option"
                aria-selected={at() === active()}
                class="flex items-baseline gap-3 px-2.5 py-1 rounded-sm text-sm cursor-pointer hover:bg-bg-hover aria-selected:bg-bg-active"
                onPointerDown={(event) => event.preventDefault()}
                onClick={() => take(one)}
              >
                <bdi class="font-mono text-[0.8125rem] font-semibold">{one.label}</bdi>
                <span class="truncate text-xs text-fg-2">{one.hint}</span>
              </div>
            )}
          </For>
        </div>
      </Show>
    </div>
  );
}
