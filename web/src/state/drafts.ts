import { createSignal } from "solid-js";
import type { Id } from "~/api/types";

export type Drafts = ReturnType<typeof createDrafts>;

const KEY = "parley.drafts";
const MAX_DRAFTS = 200;

/** What was typed and not sent, by channel; kept on this device. */
export function createDrafts(storage: Storage) {
  const [byChannel, change] = createSignal<Record<Id, string>>(remembered(storage));
  return {
    /** Somebody else may sign in on this device next. */
    clear: () => {
      change({});
      storage.removeItem(KEY);
    },
    of: (channel: Id) => byChannel()[channel] ?? "",
    write: (channel: Id, text: string) => {
      const { [channel]: _, ...others } = byChannel();
      const kept = Object.entries(others).slice(-MAX_DRAFTS + 1);
      change(Object.fromEntries(text ? [...kept, [channel, text]] : kept));
      storage.setItem(KEY, JSON.stringify(byChannel()));
    },
  };
}

function remembered(storage: Storage): Record<Id, string> {
  try {
    return JSON.parse(storage.getItem(KEY) ?? "{}");
  } catch {
    return {};
  }
}
