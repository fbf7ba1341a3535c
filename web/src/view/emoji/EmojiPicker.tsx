import { createMemo, createResource, createSignal, For, Show } from "solid-js";
import type { Sticker } from "~/api/files";
import type { Emoji } from "~/api/types";
import { t } from "~/i18n";
import { Popover } from "~/ui/Popover";
import { loadEmoji, type NamedEmoji, searchEmoji } from "./emojiIndex";
import { OwnExpressions } from "./OwnExpressions";
import { recentEmoji, rememberEmoji } from "./recentEmoji";

const MAX_FOUND = 120;
const GROUPS = [
  "smileys",
  "people",
  "animals",
  "food",
  "travel",
  "activities",
  "objects",
  "symbols",
  "flags",
] as const;

interface EmojiPickerProps {
  anchor: HTMLElement;
  /** One of Unicode's as itself, a guild's as `:name:`. */
  onPick: (emoji: string, own?: Emoji) => void;
  onSticker?: ((sticker: Sticker) => void) | undefined;
  onClose: () => void;
}

/** All emoji in their groups, with a search; those used last come first. */
export default function EmojiPicker(props: EmojiPickerProps) {
  const [all] = createResource(loadEmoji);
  const [word, setWord] = createSignal("");
  const [pointed, point] = createSignal<NamedEmoji>();
  const sections = createMemo(() => {
    const groups = all() ?? [];
    if (word().trim())
      return [{ title: t("chat.emojiFound"), emoji: searchEmoji(groups, word().trim(), MAX_FOUND) }];
    const recent = recentEmoji().map(
      (emoji) => groups.flat().find((one) => one.emoji === emoji) ?? { emoji, names: [emoji] },
    );
    const named = groups.map((emoji, index) => ({
      title: t(`chat.emoji_${GROUPS[index] ?? "symbols"}`),
      emoji,
    }));
    return recent.length ? [{ title: t("chat.emojiRecent"), emoji: recent }, ...named] : named;
  });
  const choose = (emoji: string) => {
    rememberEmoji(emoji);
    props.onPick(emoji);
  };
  return (
    <Popover
      anchor={props.anchor}
      side="top"
      label={t("chat.emojiPicker")}
      class="flex flex-col w-88 overflow-hidden!"
      onClose={props.onClose}
    >
      <div class="p-2 border-b border-line">
        <input
          autofocus
          type="search"
          class="input-box"
          placeholder={t("chat.emojiSearch")}
          aria-label={t("chat.emojiSearch")}
          value={word()}
          onInput={(event) => setWord(event.currentTarget.value)}
          onKeyDown={(event) => {
            const first = sections()[0]?.emoji[0];
            if (event.key === "Enter" && first) choose(first.emoji);
          }}
        />
      </div>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: it only moves the focus among its buttons. */}
      <div class="h-72 overflow-y-auto px-2 pb-2" onKeyDown={steerGrid}>
        <OwnExpressions word={word()} onPick={props.onPick} onSticker={props.onSticker} />
        <For each={sections()}>
          {(section) => (
            <section class="[content-visibility:auto] [contain-intrinsic-size:auto_400px]">
              <h3 class="sticky top-0 z-1 py-1.5 px-1 text-xs font-semibold text-fg-2 bg-bg-float">
                {section.title}
              </h3>
              <div class="grid grid-cols-8">
                <For each={section.emoji}>
                  {(one) => (
                    <button
                      type="button"
                      aria-label={(one.names[0] ?? "").replaceAll("_", " ")}
                      class="emoji flex items-center justify-center h-10 rounded-sm text-2xl leading-none cursor-pointer hover:bg-bg-active -outline-offset-2"
                      onClick={() => choose(one.emoji)}
                      onPointerEnter={() => point(one)}
                      onFocus={() => point(one)}
                    >
                      {one.emoji}
                    </button>
                  )}
                </For>
              </div>
            </section>
          )}
        </For>
        <Show when={all() && sections()[0]?.emoji.length === 0}>
          <p class="py-10 text-center text-sm text-fg-2">{t("chat.emojiNone")}</p>
        </Show>
      </div>
      <p
        class="flex items-center gap-2 h-10 px-3 border-t border-line text-sm text-fg-1 truncate"
        aria-hidden="true"
      >
        <span class="emoji text-xl">{pointed()?.emoji}</span>
        <span class="truncate">{pointed() && `:${pointed()?.names[0]}:`}</span>
      </p>
    </Popover>
  );
}

const COLUMNS = 8;

function steerGrid(event: KeyboardEvent & { currentTarget: HTMLElement }) {
  const steps: Record<string, number> = {
    ArrowRight: 1,
    ArrowLeft: -1,
    ArrowDown: COLUMNS,
    ArrowUp: -COLUMNS,
  };
  const by = steps[event.key];
  if (by === undefined) return;
  const buttons = [...event.currentTarget.querySelectorAll("button")];
  const at = buttons.findIndex((button) => button.matches(":focus"));
  event.preventDefault();
  buttons[Math.max(0, Math.min(buttons.length - 1, at + by))]?.focus();
}
