import { createEffect, createSignal, onCleanup } from "solid-js";
import type { Id } from "~/api/types";
import { useApp } from "~/state/app";

const SETTLE_MS = 500;

/** What stands at the end of an open and visible channel counts as read after a moment. */
export function createAck(channel: Id, atEnd: () => boolean) {
  const app = useApp();
  const [watched, setWatched] = createSignal(isWatched());
  const look = () => setWatched(isWatched());
  for (const event of ["focus", "blur"] as const) addEventListener(event, look);
  document.addEventListener("visibilitychange", look);
  onCleanup(() => {
    for (const event of ["focus", "blur"] as const) removeEventListener(event, look);
    document.removeEventListener("visibilitychange", look);
  });
  createEffect(() => {
    const line = app.messages.in(channel);
    const last = line?.items.at(-1)?.id;
    if (!last || !line?.loaded || !atEnd() || !watched()) return;
    const timer = setTimeout(() => void app.reads.ack(channel, last), SETTLE_MS);
    onCleanup(() => clearTimeout(timer));
  });
}

const isWatched = () => document.visibilityState === "visible" && document.hasFocus();
