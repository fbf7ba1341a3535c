import { createEffect, createMemo, createSignal, on, onMount, Show } from "solid-js";
import { useApp } from "~/state/app";
import type { CommandEntry } from "~/state/commands";
import { CompletionList } from "./CompletionList";
import {
  askForMembers,
  askingAt,
  commandOptions,
  emojiOptions,
  namedOptions,
  type Option,
} from "./completion";
import { useConversation } from "./conversation";
import { applyMark, MARKS } from "./marks";

export interface EditorHandle {
  focus(): void;
  insert(text: string): void;
}

interface EditorProps {
  label: string;
  placeholder?: string;
  value: string;
  disabled?: boolean;
  ref?: (handle: EditorHandle) => void;
  onInput: (text: string) => void;
  onSubmit: () => void;
  onEscape: () => void;
  onUp?: () => void;
  /** Somebody chose a command; without it there are none. */
  onCommand?: (entry: CommandEntry) => void;
}

/** A text field for Markdown that grows with its text and completes people, channels and emoji. Enter sends, Shift+Enter breaks the line. */
export function Editor(props: EditorProps) {
  const app = useApp();
  const conversation = useConversation();
  const [caret, setCaret] = createSignal(-1);
  const [chosen, choose] = createSignal(0);
  const [dismissed, dismiss] = createSignal(-1);
  let area!: HTMLTextAreaElement;

  const asking = createMemo(() => {
    const found = caret() >= 0 ? askingAt(props.value, caret()) : undefined;
    return found && found.start !== dismissed() ? found : undefined;
  });
  const [emoji, setEmoji] = createSignal<Option[]>([]);
  const open = createMemo(() => {
    const wanted = asking();
    if (!wanted) return [];
    if (wanted.sign === "/")
      return props.onCommand ? commandOptions(app, conversation.channel().id, wanted) : [];
    return wanted.sign === ":" ? emoji() : namedOptions(app, conversation.guild().id, wanted);
  });
  createEffect(
    on(asking, async (wanted) => {
      choose(0);
      setEmoji([]);
      if (!wanted) return;
      askForMembers(app, conversation.guild().id, wanted);
      if (wanted.sign === "/" && props.onCommand)
        void app.interactions.load(conversation.channel().id).catch(() => {});
      // The table of emoji may take a while; what was asked meanwhile is newer.
      const found = wanted.sign === ":" ? await emojiOptions(app, wanted) : [];
      if (asking() === wanted) setEmoji(found);
    }),
  );

  const change = (text: string, at: number) => {
    props.onInput(text);
    area.value = text;
    area.setSelectionRange(at, at);
    setCaret(at);
  };
  const complete = (option: Option) => {
    const wanted = asking();
    if (!wanted) return;
    if (option.kind === "command") {
      change("", 0);
      return props.onCommand?.(option.entry);
    }
    const inserted = `${option.insert} `;
    const text = props.value.slice(0, wanted.start) + inserted + props.value.slice(caret());
    change(text, wanted.start + inserted.length);
    area.focus();
  };
  const steerCompletion = (event: KeyboardEvent): boolean => {
    const count = open().length;
    if (!count) return false;
    const option = open()[chosen()];
    if (event.key === "ArrowDown") choose((at) => (at + 1) % count);
    else if (event.key === "ArrowUp") choose((at) => (at - 1 + count) % count);
    else if ((event.key === "Enter" || event.key === "Tab") && option) complete(option);
    else if (event.key === "Escape") dismiss(asking()?.start ?? -1);
    else return false;
    return true;
  };
  const keyed = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    const mark = (event.ctrlKey || event.metaKey) && !event.altKey && MARKS[event.key.toLowerCase()];
    if (steerCompletion(event)) event.preventDefault();
    else if (mark) {
      event.preventDefault();
      applyMark(area, mark);
      props.onInput(area.value);
    } else if (event.key === "Enter" && !event.shiftKey && !touchOnly()) {
      event.preventDefault();
      props.onSubmit();
    } else if (event.key === "Escape") {
      event.preventDefault();
      props.onEscape();
    } else if (event.key === "ArrowUp" && !props.value && props.onUp) {
      event.preventDefault();
      props.onUp();
    } else return;
    event.stopPropagation();
  };
  onMount(() =>
    props.ref?.({
      focus: () => {
        area.focus();
        area.setSelectionRange(area.value.length, area.value.length);
      },
      insert: (text) => {
        const at = area.selectionStart;
        change(props.value.slice(0, at) + text + props.value.slice(area.selectionEnd), at + text.length);
        area.focus();
      },
    }),
  );
  const look = () => setCaret(area.selectionStart === area.selectionEnd ? area.selectionStart : -1);
  return (
    <div class="relative flex-1 min-w-0">
      <Show when={open().length}>
        <CompletionList options={open()} chosen={chosen()} onChoose={complete} onPoint={choose} />
      </Show>
      <textarea
        ref={area}
        rows="1"
        dir="auto"
        aria-label={props.label}
        placeholder={props.placeholder ?? ""}
        value={props.value}
        disabled={props.disabled}
        aria-haspopup="listbox"
        aria-autocomplete="list"
        aria-controls="completions"
        aria-activedescendant={open().length ? `completion-${chosen()}` : undefined}
        autocomplete="off"
        class="block w-full max-h-[42vh] py-2.75 resize-none outline-none focus-visible:outline-none text-[0.9375rem] leading-5.5 [field-sizing:content] overflow-y-auto"
        onInput={(event) => {
          dismiss(-1);
          props.onInput(event.currentTarget.value);
          look();
        }}
        onKeyDown={keyed}
        onKeyUp={look}
        onClick={look}
        onBlur={() => setCaret(-1)}
      />
    </div>
  );
}

/** Keyboards on glass have no Shift+Enter, so there Enter breaks the line and the button sends. */
const touchOnly = () => matchMedia("(pointer: coarse) and (hover: none)").matches;
