import { type Accessor, createEffect } from "solid-js";
import type { Guild, Id } from "~/api/types";
import type { App } from "~/state/app";
import { stepsOf } from "./standing";

/** Receives a newcomer when they enter a guild for the first time; afterwards they ask for it themselves. */
export function createArrival(app: App, guild: Accessor<Guild | undefined>) {
  const received = new Set<Id>();
  createEffect(() => {
    const entered = guild();
    if (!app.connection.ready() || !entered || received.has(entered.id) || app.overlays.current()) return;
    const self = app.members.of(entered.id, app.session.me()?.id);
    if (!self) return;
    received.add(entered.id);
    const steps = stepsOf(entered, self);
    if (steps.rules || steps.questions || steps.welcome)
      app.overlays.open({ kind: "arrive", guild: entered.id });
  });
}
