import { batch, createContext, createSignal, useContext } from "solid-js";
import { makeApi } from "~/api/api.ts";
import { makeRequest } from "~/api/client.ts";
import { makeTokens } from "~/api/tokens.ts";
import type { GatewayEvent } from "~/gateway/events.ts";
import { makeRenewal, makeTabLock } from "~/api/renewal.ts";
import { createChannels } from "./channels.ts";
import { createDrafts } from "./drafts.ts";
import { createGuilds } from "./guilds.ts";
import { createMembers } from "./members.ts";
import { createOverlays } from "./overlay.ts";
import { createPresences } from "./presence.ts";
import { createReads } from "./reads.ts";
import { createRights } from "./rights.ts";
import { createRouter } from "./router.ts";
import { createSession } from "./session.ts";
import { createSettings } from "./settings.ts";
import { createTyping } from "./typing.ts";

const API = "/api/v10";

export type App = ReturnType<typeof createApp>;

/** All wiring of the client, in reading order. */
export function createApp() {
  const [signedOutByServer, setSignedOutByServer] = createSignal(false);
  const tokens = makeTokens({
    storage: localStorage,
    lock: makeTabLock("parley.refresh"),
    renew: makeRenewal(API),
    lost: () => setSignedOutByServer(true),
  });
  const api = makeApi(makeRequest(API, tokens));

  const router = createRouter();
  const overlays = createOverlays();
  const session = createSession(api, tokens);
  const me = () => session.me()?.id;
  const settings = createSettings(api, localStorage);
  const guilds = createGuilds(() => settings.values.guild_positions);
  const channels = createChannels();
  const members = createMembers();
  const presence = createPresences();
  const typing = createTyping(me);
  const reads = createReads({ api, me, guilds, channels, members });
  const rights = createRights({ me, guilds, channels, members });
  const drafts = createDrafts(localStorage);

  const apply = (event: GatewayEvent) =>
    batch(() => {
      for (const store of [session, settings, guilds, members, presence, reads, channels, typing]) store.apply(event);
    });

  return {
    api, router, overlays, session, settings, guilds, channels, members, presence, typing, reads, rights, drafts,
    apply, signedOutByServer,
  };
}

export const AppContext = createContext<App>();

export function useApp(): App {
  const app = useContext(AppContext);
  if (!app) throw new Error("useApp needs an AppContext above it");
  return app;
}
