import { createEffect, onCleanup } from "solid-js";
import { Op } from "~/gateway/line";
import type { App } from "./app";

const IDLE_MS = 10 * 60_000;
/** A moving pointer says so often; looking at the clock each time would cost more than it tells. */
const LOOK_MS = 15_000;
const INPUTS = ["pointerdown", "pointermove", "keydown", "wheel", "touchstart"] as const;

/**
 * Says that one is away when nothing was touched on this device for ten minutes, and that one is back. Only who is shown online is
 * taken for away; other sessions of the same person have a clock of their own.
 */
export function createIdle(app: Pick<App, "connection" | "settings">) {
  let last = Date.now();
  let away = false;
  const say = () =>
    app.connection.say(Op.presence, {
      since: away ? last : null,
      status: away ? "idle" : app.settings.values.status,
      activities: [],
      afk: away,
    });
  const touched = () => {
    last = Date.now();
    if (!away) return;
    away = false;
    say();
  };
  const look = () => {
    if (away || app.settings.values.status !== "online" || Date.now() - last < IDLE_MS) return;
    away = true;
    say();
  };
  for (const input of INPUTS) document.addEventListener(input, touched, { passive: true });
  const timer = setInterval(look, LOOK_MS);
  // A new connection begins with the status of the settings.
  createEffect(() => app.connection.state().is === "live" && away && say());
  onCleanup(() => {
    clearInterval(timer);
    for (const input of INPUTS) document.removeEventListener(input, touched);
  });
}
