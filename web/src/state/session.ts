import { createSignal } from "solid-js";
import type { Api } from "~/api/api";
import type { Tokens } from "~/api/tokens";
import type { Instance, OwnUser, TokenPair } from "~/api/types";
import type { GatewayEvent } from "~/gateway/events";

const RETRY_MS = 2_000;

export type Session = ReturnType<typeof createSession>;

/** Who is signed in on this device, and to what kind of node. */
export function createSession(api: Api, tokens: Tokens) {
  const [me, setMe] = createSignal<OwnUser>();
  const [signedIn, setSignedIn] = createSignal(tokens.remembered());
  const [instance, setInstance] = createSignal<Instance>();

  /** Asks what kind of node this is, until the server answers. */
  const look = async (): Promise<void> => {
    try {
      setInstance(await api.auth.instance());
    } catch {
      await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
      return look();
    }
  };
  const forget = () => {
    tokens.clear();
    setSignedIn(false);
    setMe(undefined);
  };
  return {
    /** Known from READY on. */
    me,
    signedIn,
    /** Undefined until the server has answered once. */
    instance,
    look,
    /** What login and register answered. */
    adopt: (pair: TokenPair) => {
      tokens.adopt(pair);
      setInstance((known) => known && { ...known, setup_required: false });
      setSignedIn(true);
    },
    /** The server refused the tokens: this device is signed out. */
    forget,
    signOut: async () => {
      try {
        await api.auth.logout();
      } finally {
        forget();
      }
    },
    apply: (event: GatewayEvent) => {
      if (event.t === "READY") setMe(event.d.user);
      else if (event.t === "USER_UPDATE") setMe((known) => ({ ...known, ...event.d }));
    },
  };
}
