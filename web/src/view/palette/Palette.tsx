import Search from "lucide-solid/icons/search";
import { createMemo, createSignal, createUniqueId, For, Show } from "solid-js";
import { Portal } from "solid-js/web";
import { t } from "~/i18n";
import { useApp } from "~/state/app";
import { Kbd } from "~/ui/Kbd";
import { createModal } from "~/ui/modal";
import { type Destination, destinations } from "./destinations";
import { rank } from "./fuzzy";
import { Highlight } from "./Highlight";

const SHOWN = 30;

/** Ctrl-K: type a few letters of a channel, community, person or action and go there. */
export default function Palette(props: { onClose(): void }) {
  const app = useApp();
  const id = createUniqueId();
  const all = destinations(app);
  const [query, setQuery] = createSignal("");
  const [chosen, choose] = createSignal(0);
  const found = createMemo(() => rank(query(), all, (destination) => destination.label, SHOWN));
  let dialog!: HTMLDialogElement;
  createModal(
    () => dialog,
    () => props.onClose(),
  );
  const go = (destination: Destination | undefined) => {
    if (!destination) return;
    props.onClose();
    destination.go();
  };
  const move = (step: number) => {
    const count = found().length;
    if (count === 0) return;
    choose((chosen() + step + count) % count);
    document.getElementById(`${id}-${chosen()}`)?.scrollIntoView({ block: "nearest" });
  };
  const keyed = (event: KeyboardEvent) => {
    if (event.key === "ArrowDown") move(1);
    else if (event.key === "ArrowUp") move(-1);
    else if (event.key === "Enter" && !event.isComposing) go(found()[chosen()]?.item);
    else return;
    event.preventDefault();
  };
  const typed = (text: string) => {
    setQuery(text);
    choose(0);
  };
  return (
    <Portal>
      <dialog
        ref={dialog}
        aria-label={t("palette.title")}
        class="rise fixed mx-auto mt-[12vh] mb-auto w-160 max-w-[calc(100vw-1.5rem)] overflow-hidden rounded-lg bg-bg-float text-fg-0 border border-line shadow-high"
      >
        <div class="flex flex-col max-h-[min(30rem,70dvh)]">
          <div class="flex items-center gap-3 px-5 border-b border-line">
            <Search size={20} class="text-fg-2 shrink-0" aria-hidden="true" />
            <input
              autofocus
              role="combobox"
              aria-expanded="true"
              aria-autocomplete="list"
              aria-controls={`${id}-list`}
              aria-activedescendant={found().length > 0 ? `${id}-${chosen()}` : undefined}
              aria-label={t("palette.title")}
              placeholder={t("palette.placeholder")}
              autocomplete="off"
              spellcheck={false}
              class="flex-1 min-w-0 h-14 text-[1.0625rem] outline-none!"
              value={query()}
              onInput={(event) => typed(event.currentTarget.value)}
              onKeyDown={keyed}
            />
          </div>
          <div
            id={`${id}-list`}
            role="listbox"
            aria-label={t("palette.title")}
            class="flex-1 min-h-0 overflow-y-auto p-2"
          >
            <For each={found()}>
              {(entry, index) => (
                <>
                  <Show when={!query().trim() && entry.item.group !== found()[index() - 1]?.item.group}>
                    <div role="presentation" class="eyebrow px-3 pt-3 pb-1.5">
                      {groupName(entry.item.group)}
                    </div>
                  </Show>
                  {/* biome-ignore lint/a11y/useKeyWithClickEvents: the input above has the focus and the keys. */}
                  {/* biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the input, as the combobox pattern wants. */}
                  <div
                    id={`${id}-${index()}`}
                    role="option"
                    aria-selected={index() === chosen()}
                    class="flex items-center gap-3 min-h-10 px-3 rounded-sm cursor-pointer aria-selected:bg-bg-active"
                    onPointerMove={() => choose(index())}
                    onClick={() => go(entry.item)}
                  >
                    <span class="flex items-center justify-center w-6 text-fg-2" aria-hidden="true">
                      {entry.item.icon()}
                    </span>
                    <span class="min-w-0 truncate text-[0.9375rem] font-medium">
                      <Highlight text={entry.item.label} at={entry.match.at} />
                    </span>
                    <span class="ms-auto ps-4 shrink-0 max-w-[45%] truncate text-[0.8125rem] text-fg-2">
                      {entry.item.place}
                    </span>
                  </div>
                </>
              )}
            </For>
          </div>
          <Show when={found().length === 0}>
            <p class="px-5 pb-8 pt-2 text-center text-fg-1">{t("palette.empty", { query: query() })}</p>
          </Show>
          <p class="sr-only" role="status">
            {t("palette.results", { count: found().length })}
          </p>
          <footer class="hidden sm:flex gap-5 px-5 py-2.5 border-t border-line bg-bg-1 text-xs text-fg-2">
            <span class="flex items-center gap-2">
              <Kbd keys={["↑", "↓"]} /> {t("palette.hintMove")}
            </span>
            <span class="flex items-center gap-2">
              <Kbd keys={["↵"]} /> {t("palette.hintOpen")}
            </span>
            <span class="flex items-center gap-2">
              <Kbd keys={["Esc"]} /> {t("palette.hintClose")}
            </span>
          </footer>
        </div>
      </dialog>
    </Portal>
  );
}

function groupName(group: Destination["group"]): string {
  return t(`palette.${group}`);
}
