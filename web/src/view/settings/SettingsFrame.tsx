import ChevronLeft from "lucide-solid/icons/chevron-left";
import ChevronRight from "lucide-solid/icons/chevron-right";
import X from "lucide-solid/icons/x";
import { createMemo, createSignal, createUniqueId, For, type JSX, Show, untrack } from "solid-js";
import { Portal } from "solid-js/web";
import { t } from "~/i18n";
import { IconButton } from "~/ui/IconButton";
import { createModal } from "~/ui/modal";
import { GuardContext, makeGuard } from "./guard";

export interface SettingsPage {
  id: string;
  label: string;
  icon: JSX.Element;
  view: () => JSX.Element;
  danger?: boolean;
}

export interface SettingsGroup {
  title: string;
  pages: SettingsPage[];
}

interface FrameProps {
  title: string;
  groups: SettingsGroup[];
  page?: string | undefined;
  /** Below the menu: the way out, the version. */
  footer?: JSX.Element;
  onClose(): void;
}

/*
 * The groups are made anew whenever a right changes, so the page is kept by its id: otherwise a role that somebody else edits would
 * take away what is being typed here.
 */

/** Settings over the whole window: the menu at the start, the page beside it; on a phone first the one, then the other. */
export function SettingsFrame(props: FrameProps) {
  const id = createUniqueId();
  const guard = makeGuard();
  const pages = createMemo(() => props.groups.flatMap((group) => group.pages));
  const [chosen, choose] = createSignal(props.page);
  const current = createMemo(() => pages().find((page) => page.id === chosen()) ?? pages()[0]);
  let dialog!: HTMLDialogElement;
  let content!: HTMLDivElement;
  const close = () => guard.leave(props.onClose);
  createModal(() => dialog, close);
  const open = (page: string | undefined) =>
    guard.leave(() => {
      choose(page);
      content.scrollTop = 0;
    });
  const phoneShowsPage = () => chosen() !== undefined;
  return (
    <GuardContext.Provider value={guard}>
      <Portal>
        <dialog
          ref={dialog}
          aria-labelledby={`${id}-title`}
          class="appear fixed inset-0 w-full h-full max-w-full max-h-full m-0 overflow-hidden bg-bg-2 text-fg-0"
        >
          <div class="h-full grid grid-cols-1 md:grid-cols-[minmax(17rem,30%)_minmax(0,1fr)]">
            <nav
              aria-label={t("settings.menu")}
              class="flex flex-col md:items-end min-h-0 overflow-y-auto bg-bg-1 border-e border-line"
              classList={{ "max-md:hidden": phoneShowsPage() }}
            >
              <div class="flex flex-col gap-5 w-full md:w-60 px-4 py-5 md:(px-3 py-12)">
                <header class="flex items-center gap-2 ps-2">
                  <h1 id={`${id}-title`} class="title-md flex-1 min-w-0 truncate">
                    {props.title}
                  </h1>
                  <span class="md:hidden">
                    <IconButton label={t("common.close")} onClick={close}>
                      <X size={20} />
                    </IconButton>
                  </span>
                </header>
                <For each={props.groups}>
                  {(group) => <Group group={group} current={current()?.id} onOpen={open} />}
                </For>
                {props.footer}
              </div>
            </nav>
            <div
              ref={content}
              class="relative min-h-0 overflow-y-auto"
              classList={{ "max-md:hidden": !phoneShowsPage() }}
            >
              <div class="sticky top-0 z-2 md:hidden flex items-center gap-1 h-14 px-2 bg-bg-2 border-b border-line">
                <IconButton label={t("common.back")} onClick={() => open(undefined)}>
                  <ChevronLeft size={22} class="rtl:-scale-x-100" />
                </IconButton>
                <span class="title-sm truncate">{current()?.label}</span>
              </div>
              <div class="flex items-start gap-6 min-h-full">
                <main class="flex flex-col flex-1 min-w-0 max-w-190 px-5 py-6 md:(px-10 py-12 min-h-full)">
                  <Show when={current()?.id} keyed>
                    {(id) =>
                      untrack(() =>
                        pages()
                          .find((page) => page.id === id)
                          ?.view(),
                      )
                    }
                  </Show>
                </main>
                <div class="max-md:hidden sticky top-12 pe-8 flex flex-col items-center gap-1 text-fg-2">
                  <IconButton
                    label={t("common.close")}
                    side="bottom"
                    class="rounded-full! border border-line-strong"
                    onClick={close}
                  >
                    <X size={18} />
                  </IconButton>
                  <span class="text-xs font-semibold" aria-hidden="true">
                    {t("settings.closeHint")}
                  </span>
                </div>
              </div>
            </div>
          </div>
        </dialog>
      </Portal>
    </GuardContext.Provider>
  );
}

function Group(props: { group: SettingsGroup; current: string | undefined; onOpen(page: string): void }) {
  return (
    <section class="flex flex-col gap-0.5">
      <h2 class="eyebrow px-2 pb-1.5">{props.group.title}</h2>
      <For each={props.group.pages}>
        {(page) => (
          <button
            type="button"
            aria-current={page.id === props.current ? "page" : undefined}
            autofocus={page.id === props.current}
            onClick={() => props.onOpen(page.id)}
            class="flex items-center gap-3 min-h-11 md:min-h-9 px-2.5 rounded-sm text-[0.9375rem] font-medium text-fg-1 cursor-pointer transition-colors hover:(bg-bg-hover text-fg-0) md:aria-current:(bg-bg-active text-fg-0)"
          >
            <span class="flex text-fg-2" aria-hidden="true">
              {page.icon}
            </span>
            <span class="flex-1 min-w-0 truncate">{page.label}</span>
            <ChevronRight size={17} class="md:hidden text-fg-2 rtl:-scale-x-100" aria-hidden="true" />
          </button>
        )}
      </For>
    </section>
  );
}
