import type { Id } from "~/api/types";
import { useApp } from "~/state/app";

const EVERY_MS = 8_000;

/** Tells the others that one is writing, at most every eight seconds. */
export function createTypingNotice(channel: Id) {
  const app = useApp();
  let last = Number.NEGATIVE_INFINITY;
  return {
    note: (now = Date.now()) => {
      if (now - last < EVERY_MS) return;
      last = now;
      // Nobody misses it when it fails.
      app.api.channels.typing(channel).catch(() => undefined);
    },
    /** The message is sent: the next letter is news again. */
    stop: () => {
      last = Number.NEGATIVE_INFINITY;
    },
  };
}
