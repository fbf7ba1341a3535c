import { For, Show } from "solid-js";
import type { ForumTag } from "~/api/threadTypes";
import type { Id } from "~/api/types";

const CHOSEN_MAX = 5;

/** Tags of a forum, each a switch. */
export function TagChips(props: {
  label: string;
  tags: ForumTag[];
  chosen: readonly Id[];
  error?: string | undefined;
  onChange(chosen: Id[]): void;
}) {
  const toggle = (id: Id) => {
    const rest = props.chosen.filter((one) => one !== id);
    props.onChange(rest.length < props.chosen.length ? rest : [...rest, id].slice(-CHOSEN_MAX));
  };
  return (
    <fieldset class="flex flex-wrap gap-1.5">
      <legend class="sr-only">{props.label}</legend>
      <For each={props.tags}>
        {(tag) => (
          <button
            type="button"
            aria-pressed={props.chosen.includes(tag.id)}
            class="flex items-center gap-1 px-2.5 min-h-7 max-md:min-h-9 rounded-full border border-line text-sm cursor-pointer hover:bg-bg-hover aria-pressed:(bg-accent-soft border-accent text-accent font-semibold)"
            onClick={() => toggle(tag.id)}
          >
            <Show when={tag.emoji_name}>
              <span aria-hidden="true">{tag.emoji_name}</span>
            </Show>
            <bdi>{tag.name}</bdi>
          </button>
        )}
      </For>
      <Show when={props.error}>
        <p role="alert" class="w-full text-sm text-danger">
          {props.error}
        </p>
      </Show>
    </fieldset>
  );
}
