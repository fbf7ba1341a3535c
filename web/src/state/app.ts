import { batch, createContext, createEffect, onCleanup, useContext } from "solid-js";
import { makeApi } from "~/api/api";
import { makeRequest } from "~/api/client";
import { makeRenewal, makeTabLock } from "~/api/renewal";
import { makeTokens } from "~/api/tokens";
import type { GatewayEvent } from "~/gateway/events";
import { createAlerts } from "./alerts";
import { createCall } from "./call";
import { createChannels } from "./channels";
import { createConnection } from "./connection";
import { createDrafts } from "./drafts";
import { createFriends } from "./friends";
import { createGuilds } from "./guilds";
import { createHistory } from "./history";
import { createInteractions } from "./interactions";
import { createLayout } from "./layout";
import { createMembers } from "./members";
import { createMessages } from "./messages";
import { createOutbox } from "./outbox";
import { createOverlays } from "./overlay";
import { createPresences } from "./presence";
import { createReads } from "./reads";
import { createRights } from "./rights";
import { createRouter } from "./router";
import { createSchedule } from "./schedule";
import { createSession } from "./session";
import { createSettings } from "./settings";
import { createSounds } from "./sounds";
import { createStages } from "./stages";
import { createTyping } from "./typing";
import { createUploads } from "./uploads";
import { createViewAs } from "./viewAs";
import { createVoice } from "./voice";

const API = "/api/v10";
const EAGER_MS = 800;
const EAGER_ATTEMPTS = 60;

export type App = ReturnType<typeof createApp>;

/** All wiring of the client, in reading order. */
export function createApp() {
  const tokens = makeTokens({
    storage: localStorage,
    lock: makeTabLock("parley.refresh"),
    renew: makeRenewal(API),
    lost: () => session.forget(),
  });
  const api = makeApi(makeRequest(API, tokens));

  const router = createRouter();
  const overlays = createOverlays();
  const session = createSession(api, tokens);
  const me = () => session.me()?.id;
  const settings = createSettings(api, localStorage);
  const guilds = createGuilds(() => settings.values.guild_positions);
  const viewAs = createViewAs(api);
  const channels = createChannels(me, viewAs.hides);
  const friends = createFriends();
  const members = createMembers((user) => friends.of(user)?.nickname);
  const alerts = createAlerts();
  const schedule = createSchedule(api, me);
  const presence = createPresences();
  const typing = createTyping(me);
  const reads = createReads({ api, me, guilds, channels, members, friends, alerts });
  const rights = createRights({ me, guilds, channels, members, viewAs });
  const messages = createMessages(me);
  const history = createHistory(api, messages);
  const uploads = createUploads(api);
  const outbox = createOutbox(api, messages, uploads);
  const drafts = createDrafts(localStorage);
  const interactions = createInteractions(api);
  const layout = createLayout(localStorage);
  const voice = createVoice();
  const stages = createStages();
  const sounds = createSounds(api);
  const call = createCall({
    me,
    say: (op, d) => connection.say(op, d),
    storage: localStorage,
    ring: api.channels.ring,
    voiceBits: (channel) => channels.of(channel)?.bitrate,
    talksFreely: (channel) => rights.mayIn("useVoiceActivity", channel),
    // Who looks at their call goes on looking at it.
    moved: (from, { guild, channel }) => {
      const route = router.route();
      if (route.at === "channel" && route.guild === guild && route.channel === from)
        router.replace({ at: "channel", guild, channel });
    },
  });

  const openChannel = () => {
    const route = router.route();
    return route.at === "channel" ? route.channel : undefined;
  };
  const stores = [
    session,
    settings,
    guilds,
    friends,
    alerts,
    members,
    presence,
    reads,
    channels,
    schedule,
    typing,
    messages,
    interactions,
    voice,
    stages,
    sounds,
    call,
  ];
  const apply = (event: GatewayEvent) =>
    batch(() => {
      for (const store of stores) store.apply(event);
    });
  const listeners = new Set<(event: GatewayEvent) => void>();
  const connection = createConnection({
    tokens,
    signedIn: session.signedIn,
    event: (event: GatewayEvent) => {
      apply(event);
      for (const listener of listeners) listener(event);
      if (event.t === "READY") catchUp(openChannel());
      if (event.t === "READY" || event.t === "RESUMED") outbox.resume();
    },
  });
  // Whoever is in a call wants it back at once, and not when everybody else comes back.
  createEffect(() => {
    const line = connection.state();
    if (!call.place() || line.is !== "waiting" || line.attempt > EAGER_ATTEMPTS) return;
    const timer = setTimeout(connection.retry, EAGER_MS * (0.5 + Math.random()));
    onCleanup(() => clearTimeout(timer));
  });
  // Nothing of one person's is left for the next one on this device.
  createEffect(() => {
    if (session.signedIn()) return;
    messages.clear();
    drafts.clear();
    uploads.clear();
    overlays.close();
    viewAs.end();
    call.leave();
  });
  /** A READY means that events may have been missed, unlike RESUMED. */
  const catchUp = (channel: string | undefined) => {
    messages.forgetAllBut(channel);
    if (channel) void history.fillGap(channel);
  };

  return {
    api,
    router,
    overlays,
    session,
    settings,
    guilds,
    channels,
    schedule,
    members,
    friends,
    alerts,
    presence,
    typing,
    reads,
    rights,
    viewAs,
    messages,
    history,
    outbox,
    uploads,
    drafts,
    interactions,
    layout,
    voice,
    stages,
    sounds,
    call,
    connection,
    /** Takes over what REST answered, which may come before the gateway says the same. */
    apply,
    /** Hears every event after the stores; the answer ends it. */
    listen: (listener: (event: GatewayEvent) => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    /** The channel named by the address. */
    openChannel,
  };
}

export const AppContext = createContext<App>();

export function useApp(): App {
  const app = useContext(AppContext);
  if (!app) throw new Error("useApp needs an AppContext above it");
  return app;
}
