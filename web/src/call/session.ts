import type { Id } from "~/api/types";
import { recordingChime } from "./chimes";
import { type CallConnection, openCall } from "./connection";
import { makeHeldKey } from "./heldKey";
import type { Heard } from "./microphone";
import { makeOutgoing, type OutgoingEvents, type OutgoingSettings } from "./outgoing";
import { makeQuality, type Quality } from "./quality";
import { type ScreenWish, tierOf } from "./screen";
import { makeSpeakers } from "./speakers";
import type { Levels } from "./volumes";
import type { CallRecording, Source, Summons, Track } from "./wire";
import { makeWishes } from "./wishes";

interface Settings extends OutgoingSettings, Levels {
  /** The device that plays what others say. */
  speaker?: string | undefined;
  talkKey: string;
  /** The key held to speak with priority, where one may. */
  priorityKey?: string | undefined;
  /** How many cameras one wants to see at most; all without a number. */
  cameras?: number | undefined;
}

export interface SessionEvents extends Pick<OutgoingEvents, "stopped" | "trouble" | "cleanedBy"> {
  state: (state: "connecting" | "connected" | "lost") => void;
  ended: (code: number) => void;
  speaking: (user: Id, now: boolean) => void;
  /** Who has the floor of all who speak. */
  floor: (user: Id) => void;
  /** A picture stands still because the line does not carry it. */
  paused: (user: Id, source: Source, paused: boolean) => void;
  tracks: (user: Id, tracks: Track[]) => void;
  stream: (user: Id, source: Source, stream: MediaStream | undefined) => void;
  viewers: (users: Id[]) => void;
  recording: (now: CallRecording) => void;
  quality: (quality: Quality | undefined) => void;
}

const QUALITY_MS = 2_000;
const AUDIBLE: readonly Source[] = ["microphone", "screen_sound"];

/**
 * A call with its microphone, loudspeakers and pictures, over one connection after the other: what one sends and what one wants to see
 * stay when a connection is lost, and are taken up again by the next.
 */
export function openSession(
  me: Id,
  start: { muted: boolean; deaf: boolean; settings: Settings },
  events: SessionEvents,
) {
  let settings = start.settings;
  let over = false;
  let call: CallConnection | undefined;
  let measure: (() => Promise<Quality | undefined>) | undefined;
  let wish: ScreenWish | undefined;
  const speakers = makeSpeakers(start.deaf, settings, settings.speaker);
  const wishes = makeWishes(() => call);
  const outgoing = makeOutgoing(settings, start.muted, {
    ...events,
    track: (source, track) => call?.send(source, track),
    stream: (source, stream) => events.stream(me, source, stream),
  });

  const connect = (summons: Summons, voiceBits: number | undefined) => {
    call?.close();
    const now = openCall(
      `${location.origin.replace(/^http/, "ws")}/voice?v=8`,
      summons,
      {
        state: events.state,
        ended: events.ended,
        speaking: (user, speaks, priority) => {
          speakers.lead(user, speaks && priority);
          events.speaking(user, speaks);
        },
        floor: events.floor,
        paused: events.paused,
        ready: () => now.cameras(settings.cameras),
        viewers: events.viewers,
        recording: (state) => {
          recordingChime(state.state, settings.speaker);
          events.recording(state);
        },
        tracks: (user, tracks) => {
          events.tracks(user, tracks);
          if (!tracks.length) speakers.lead(user, false);
          wishes.offered(user, tracks);
        },
        media: (user, source, track) => {
          if (AUDIBLE.includes(source)) speakers.play(user, source, track);
          else events.stream(user, source, track && new MediaStream([track]));
          if (track) wishes.arrived(user, source);
        },
      },
      voiceBits,
    );
    call = now;
    measure = makeQuality(now, me);
    if (wish) now.shapeScreen(tierOf(wish));
    for (const [source, track] of outgoing.tracks()) void now.send(source, track);
    for (const [source, stream] of Object.entries(outgoing.streams()))
      events.stream(me, source as "camera" | "screen", stream);
  };

  const timer = setInterval(() => void measure?.().then((now) => over || events.quality(now)), QUALITY_MS);
  const keys = [
    makeHeldKey(() => (settings.pushToTalk ? settings.talkKey : undefined), outgoing.hold),
    makeHeldKey(
      () => settings.priorityKey,
      (pressed) => {
        outgoing.hold(pressed);
        call?.prioritise(pressed);
      },
    ),
  ];

  return {
    connect,
    /** Ends the connection, and nothing else. */
    disconnect: () => {
      call?.close();
      call = undefined;
      measure = undefined;
    },
    close: () => {
      over = true;
      clearInterval(timer);
      for (const end of keys) end();
      call?.close();
      outgoing.close();
      speakers.close();
    },
    heard: (): Heard => outgoing.heard(),
    mute: (on: boolean, deaf: boolean) => {
      outgoing.mute(on);
      speakers.deafen(deaf);
    },
    change: (next: Settings) => {
      if (next.cameras !== settings.cameras) call?.cameras(next.cameras);
      settings = { ...next };
      speakers.use(settings.speaker);
      outgoing.change(settings);
    },
    volume: speakers.volume,
    silence: speakers.silence,
    effect: speakers.effect,
    consent: (agree: boolean) => call?.consent(agree),
    watch: wishes.watch,
    unwatch: wishes.unwatch,
    prefer: (user: Id, source: Source, layer: number) => call?.prefer(user, source, layer),
    pin: wishes.pin,
    camera: outgoing.camera,
    screen: (next: ScreenWish | undefined): Promise<boolean> => {
      wish = next;
      if (next) call?.shapeScreen(tierOf(next));
      return outgoing.screen(next);
    },
    /** Another quality of the screen that is shared already. */
    reshape: async (next: ScreenWish) => {
      wish = next;
      await outgoing.reshape(next);
      await call?.shapeScreen(tierOf(next));
    },
  };
}

export type CallSession = ReturnType<typeof openSession>;
