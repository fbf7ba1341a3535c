import { createEffect, createSignal } from "solid-js";
import { createStore } from "solid-js/store";
import { soundUrl } from "~/api/cdn";
import type { Id } from "~/api/types";
import type { Chime } from "~/call/chimes";
import type { CallSession } from "~/call/session";
import type { Source } from "~/call/wire";
import type { GatewayEvent } from "~/gateway/events";
import { makeOwnPictures } from "./callPictures";
import { type ChosenPicture, createScene } from "./callScene";
import { makeVoiceSwitches, type Self } from "./callSelf";
import { createCallSettings } from "./callSettings";

export interface CallPlace {
  guild: Id;
  channel: Id;
}

export type CallStatus = "idle" | "joining" | "connecting" | "connected" | "lost";
export type CallTrouble = "microphone" | "unreached" | "camera" | "screen" | "put out" | "elsewhere";

interface Needs {
  me: () => Id | undefined;
  say: (op: number, d: unknown) => void;
  storage: Storage;
  ring: (channel: Id) => Promise<unknown>;
  /** Whether one may talk there without holding a key. */
  talksFreely: (channel: Id) => boolean;
  /** Bits in a second that each voice may take there. */
  voiceBits: (channel: Id) => number | undefined;
  /** A lobby or a moderator put one into another channel. */
  moved: (from: Id, to: CallPlace) => void;
}

export type Call = ReturnType<typeof createCall>;

const VOICE_STATE = 4;
const AGAIN_MS = 700;
const UNANSWERED_MS = 8_000;
/** A node that has just started has everybody to answer. */
const RETURN_MS = 30_000;
/** So long a connection may take before the person is told why it might not come about. */
const UNREACHED_MS = 9_000;
const REFUSED = 4004;
const PUT_OUT = 4014;
const REPLACED = 4022;
/** Not the server's: the media found no way. */
const NO_WAY = 0;

/** The one call that this device is in. What it needs to talk is loaded with the first. */
export function createCall(needs: Needs) {
  const [place, setPlace] = createSignal<CallPlace>();
  const [status, setStatus] = createSignal<CallStatus>("idle");
  const [trouble, setTrouble] = createSignal<CallTrouble>();
  const [self, change] = createStore<Self>({ mute: false, deaf: false, video: false, stream: false });
  const scene = createScene();
  const settings = createCallSettings(needs.storage);
  let session: CallSession | undefined;
  let mine = "";
  let summons: { server: Id; token: string } | undefined;
  let attempt = 0;
  let ringing: Id | undefined;
  /** Whether this call has been connected once. */
  let reached = false;
  let patience: ReturnType<typeof setTimeout> | undefined;
  let unanswered: ReturnType<typeof setTimeout> | undefined;

  const held = () => place() !== undefined && !needs.talksFreely(place()?.channel ?? "");
  const chosen = () => ({ ...settings.values, pushToTalk: settings.values.pushToTalk || held() });

  const tell = () => {
    const at = place();
    needs.say(VOICE_STATE, {
      guild_id: at && at.guild !== at.channel ? at.guild : null,
      channel_id: at?.channel ?? null,
      self_mute: self.mute,
      self_deaf: self.deaf,
      self_video: self.video,
      self_stream: self.stream,
    });
  };
  /** Nothing is known of the call any more; what one sends stays ready. */
  const forget = () => {
    attempt++;
    session?.disconnect();
    summons = undefined;
    scene.clear();
  };
  const hangUp = () => {
    forget();
    session?.close();
    session = undefined;
    scene.release();
  };
  /** A short sound, unless one does not want them. */
  const sound = (name: Chime) => {
    if (settings.values.sounds)
      void import("~/call/chimes").then(({ chime }) => chime(name, settings.values.speaker));
  };
  const show = (now: CallStatus) => {
    setStatus(now);
    if (now !== "connected") return;
    clearTimeout(patience);
    if (trouble() === "unreached") setTrouble(undefined);
    if (!reached) sound("entered");
    reached = true;
  };
  const unreached = () => {
    clearTimeout(patience);
    if (place() && !reached) setTrouble("unreached");
  };
  const quit = (why?: CallTrouble) => {
    if (reached) sound("left");
    reached = false;
    clearTimeout(patience);
    clearTimeout(unanswered);
    hangUp();
    setPlace(undefined);
    setStatus("idle");
    change({ video: false, stream: false });
    setTrouble(why);
  };

  /** Wants the place. A wish that is refused gets no answer. */
  const ask = (patienceMs: number) => {
    setStatus("joining");
    tell();
    clearTimeout(unanswered);
    unanswered = setTimeout(() => quit("put out"), patienceMs);
  };

  const connect = async () => {
    const user = needs.me();
    if (!summons || !user) return;
    const { server, token } = summons;
    const mark = ++attempt;
    // What becomes of the connection before, whose token holds no longer, has nothing to say about this one.
    session?.disconnect();
    setStatus("connecting");
    const { openSession } = await import("~/call/session");
    if (mark !== attempt) return;
    session ??= openSession(
      user,
      { muted: self.mute, deaf: self.deaf, settings: chosen() },
      {
        state: show,
        ended,
        trouble: setTrouble,
        stopped: (source) => (source === "camera" ? pictures.video(false) : pictures.share(undefined)),
        ...scene.events,
      },
    );
    clearTimeout(patience);
    patience = setTimeout(unreached, UNREACHED_MS);
    session.connect({ server, user, session: mine, token }, needs.voiceBits(place()?.channel ?? ""));
  };
  /** The voice connection is gone; what the main gateway says decides whether to come again. */
  const ended = (code: number) => {
    session?.disconnect();
    scene.hush();
    if (code === PUT_OUT || !place()) return;
    if (code === REPLACED) return quit("elsewhere");
    if (code === NO_WAY) unreached();
    setStatus("lost");
    comeAgain(code === REFUSED, AGAIN_MS);
  };
  /** A token that is refused is replaced by asking for the place again, until there is an answer. */
  const comeAgain = (refused: boolean, afterMs: number) => {
    const mark = ++attempt;
    setTimeout(() => {
      if (mark !== attempt || !place()) return;
      if (!refused && summons) return void connect();
      tell();
      comeAgain(true, UNANSWERED_MS);
    }, afterMs);
  };
  const pictures = makeOwnPictures(self, change, {
    session: () => session,
    tell,
    sound,
    trouble: setTrouble,
  });

  /** A screen that its owner took back is not looked at again without asking. */
  const unwatch = (user: Id) => {
    session?.unwatch(user, "screen");
    session?.unwatch(user, "screen_sound");
  };

  const apply = (event: GatewayEvent) => {
    switch (event.t) {
      case "READY":
        mine = event.d.session_id;
        if (!place()) return;
        forget();
        setStatus("joining");
        return queueMicrotask(() => place() && ask(RETURN_MS));
      case "VOICE_SERVER_UPDATE": {
        const server = event.d.guild_id ?? event.d.channel_id;
        if (!place() || !server) return;
        summons = { server, token: event.d.token };
        if (ringing === server) void needs.ring(server).catch(() => undefined);
        ringing = undefined;
        clearTimeout(unanswered);
        return void connect();
      }
      case "VOICE_CHANNEL_EFFECT_SEND":
        if (event.d.sound_id && event.d.channel_id === place()?.channel && !self.deaf)
          session?.effect(
            soundUrl(event.d.sound_id),
            (event.d.sound_volume ?? 1) * settings.values.soundVolume,
          );
        return;
      case "VOICE_STATE_UPDATE": {
        const at = place();
        if (!at) return;
        if (event.d.user_id !== needs.me()) {
          if (event.d.channel_id === at.channel && !event.d.self_stream) unwatch(event.d.user_id);
          return;
        }
        if (event.d.session_id !== mine) return event.d.channel_id ? quit("elsewhere") : undefined;
        if (!event.d.channel_id) {
          // Leaving one place for another is told before the arrival.
          if (status() !== "joining") quit("put out");
        } else if (event.d.channel_id !== at.channel) {
          const now = { guild: event.d.guild_id ?? event.d.channel_id, channel: event.d.channel_id };
          setPlace(now);
          needs.moved(at.channel, now);
        }
        return;
      }
    }
  };
  createEffect(() => {
    const now = chosen();
    session?.change(now);
  });

  const voice = makeVoiceSwitches(self, change, sound, () => {
    session?.mute(self.mute, self.deaf);
    if (place()) tell();
  });
  const join = (guild: Id, channel: Id) => {
    if (place()?.channel === channel) return;
    hangUp();
    reached = false;
    setTrouble(undefined);
    setPlace({ guild, channel });
    change({ video: false, stream: false });
    ask(UNANSWERED_MS);
  };

  return {
    apply,
    place,
    status,
    trouble,
    self,
    settings,
    /** Whether only a held key lets one talk here, whatever one chose. */
    held,
    ...scene.seen,
    consent: (agree: boolean) => session?.consent(agree),
    /** How loud one is now, and whether the others hear it. */
    heard: () => session?.heard() ?? { db: -100, open: false },
    join,
    /** Begins a call in a conversation, and rings the others as soon as one is in it. */
    callUp: (channel: Id) => {
      ringing = channel;
      join(channel, channel);
    },
    leave: () => {
      quit();
      tell();
    },
    sound,
    ...voice,
    /** Nobody hears one while one tries the microphone; nobody is told either. */
    hush: (on: boolean) => session?.mute(self.mute || on, self.deaf),
    ...pictures,
    chosen,
    dismiss: () => setTrouble(undefined),
    watch: (user: Id, source: Source) => session?.watch(user, source),
    unwatch: (user: Id, source: Source) => session?.unwatch(user, source),
    pin: (next: ChosenPicture | undefined) => scene.pin(next, needs.me(), session),
    prefer: (user: Id, source: Source, layer: number) => session?.prefer(user, source, layer),
    /** How loud somebody is, or their screen; see `volumeKey`. */
    volume: (key: string, level: number) => {
      settings.volume(key, level);
      session?.volume(key, level);
    },
    /** Whether one does not want to hear somebody; nobody else learns of it. */
    silence: (user: Id, on: boolean) => {
      settings.silence(user, on);
      session?.silence(user, on);
    },
  };
}
