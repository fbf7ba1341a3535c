import { createEffect, createSignal, on, onCleanup } from "solid-js";
import type { SelfTest } from "~/call/selfTest";
import type { App } from "~/state/app";

/** Hearing oneself. Whoever is in a call is not heard there meanwhile. */
export function createSelfTest(app: App, opened: () => void) {
  const [test, setTest] = createSignal<SelfTest>();
  const [failed, setFailed] = createSignal(false);
  let over = false;
  const stop = () => {
    test()?.close();
    setTest(undefined);
    app.call.hush(false);
  };
  const start = async () => {
    setFailed(false);
    app.call.hush(true);
    try {
      const { openSelfTest } = await import("~/call/selfTest");
      const next = await openSelfTest(app.call.chosen());
      if (over) return next.close();
      test()?.close();
      setTest(() => next);
      // Only now does the browser tell what the devices are called.
      opened();
    } catch {
      app.call.hush(false);
      setFailed(true);
    }
  };
  createEffect(() => test()?.change(app.call.chosen()));
  const { values } = app.call.settings;
  const device = () => [values.device, values.suppression, values.echoCancellation];
  createEffect(on(device, () => test() && void start(), { defer: true }));
  onCleanup(() => {
    over = true;
    stop();
  });
  return {
    on: () => test() !== undefined,
    failed,
    heard: () => test()?.heard() ?? app.call.heard(),
    toggle: () => (test() ? stop() : void start()),
  };
}
