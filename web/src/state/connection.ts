import { createEffect, createSignal, onCleanup } from "solid-js";
import type { Tokens } from "~/api/tokens";
import type { GatewayEvent } from "~/gateway/events";
import type { LineState } from "~/gateway/line";
import { makeGateway } from "~/gateway/socket";

export type Connection = ReturnType<typeof createConnection>;

interface Needs {
  tokens: Tokens;
  signedIn: () => boolean;
  event: (event: GatewayEvent) => void;
}

/** The gateway connection, for as long as somebody is signed in. */
export function createConnection(needs: Needs) {
  const [state, show] = createSignal<LineState>({ is: "off" });
  const [ready, setReady] = createSignal(false);
  const gateway = makeGateway({
    url: `${location.origin.replace(/^http/, "ws")}/gateway?v=10&encoding=json`,
    freshToken: needs.tokens.fresh,
    spoilToken: needs.tokens.spoil,
    state: show,
    event: (event) => {
      needs.event(event);
      if (event.t === "READY") setReady(true);
    },
  });
  createEffect(() => {
    if (needs.signedIn()) return gateway.start();
    gateway.stop();
    setReady(false);
  });
  onCleanup(gateway.dispose);
  return {
    state,
    /** Whether READY has come at least once since signing in. */
    ready,
    retry: gateway.nudge,
    say: gateway.say,
  };
}
