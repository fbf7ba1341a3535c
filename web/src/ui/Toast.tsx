import X from "lucide-solid/icons/x";
import { createContext, createSignal, For, type JSX, onMount, Show, useContext } from "solid-js";
import { IconButton } from "./IconButton";

export interface Toast {
  id: number;
  text: string;
  kind: "info" | "ok" | "danger";
}

const SHOWN_MS = 6000;
/** What went well is said and done. */
const OK_SHOWN_MS = 3000;
const KEPT = 3;

/** Short notices that go away by themselves; an error stays until it is closed or pushed out. */
export function createToasts() {
  const [list, change] = createSignal<readonly Toast[]>([]);
  let next = 1;
  const dismiss = (id: number) => change((all) => all.filter((toast) => toast.id !== id));
  const show = (text: string, kind: Toast["kind"] = "info") => {
    const id = next++;
    change((all) => [...all.filter((toast) => toast.text !== text), { id, text, kind }].slice(-KEPT));
    if (kind !== "danger") setTimeout(() => dismiss(id), kind === "ok" ? OK_SHOWN_MS : SHOWN_MS);
  };
  return { list, show, dismiss };
}

export type Toasts = ReturnType<typeof createToasts>;

const Context = createContext<Toasts>();

export function useToasts(): Toasts {
  const toasts = useContext(Context);
  if (!toasts) throw new Error("There is no ToastProvider above this component.");
  return toasts;
}

/** Carries the toasts of one app and shows them above everything, dialogs included. */
export function ToastProvider(props: { closeLabel: string; label: string; children: JSX.Element }) {
  const toasts = createToasts();
  return (
    <Context.Provider value={toasts}>
      {props.children}
      <section aria-label={props.label} aria-live="polite">
        <Show when={toasts.list().length > 0}>
          <Stack toasts={toasts} closeLabel={props.closeLabel} />
        </Show>
      </section>
    </Context.Provider>
  );
}

const KINDS = { info: "border-s-accent", ok: "border-s-ok", danger: "border-s-danger" };

/** Above the bar in which one writes, and what lies below can be clicked through it. */
function Stack(props: { toasts: Toasts; closeLabel: string }) {
  let stack!: HTMLUListElement;
  onMount(() => stack.showPopover());
  return (
    <ul
      ref={stack}
      popover="manual"
      class="fixed bottom-24! end-4! flex flex-col gap-2 bg-transparent w-90 max-w-[calc(100vw-2rem)] overflow-visible pointer-events-none"
    >
      <For each={props.toasts.list()}>
        {(toast) => (
          <li class={`rise float flex items-start gap-3 ps-4 pe-2 py-2 border-s-4 ${KINDS[toast.kind]}`}>
            <span class="flex-1 min-w-0 py-1 text-sm leading-5 break-words">{toast.text}</span>
            <IconButton
              size="sm"
              side="start"
              class="pointer-events-auto"
              label={props.closeLabel}
              onClick={() => props.toasts.dismiss(toast.id)}
            >
              <X size={16} />
            </IconButton>
          </li>
        )}
      </For>
    </ul>
  );
}
