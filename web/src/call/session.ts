import type { Id } from "~/api/types";
import { type CallConnection, openCall } from "./connection";
import { cue } from "./cue";
import { makeHeldKey } from "./heldKey";
import {
  type Heard,
  type Microphone,
  type MicrophoneSettings,
  openMicrophone,
  type Suppression,
} from "./microphone";
import { makeQuality, type Quality } from "./quality";
import { captureScreen, type ScreenWish, tierOf } from "./screen";
import { makeSpeakers } from "./speakers";
import type { CallRecording, Source, Summons, Track } from "./wire";

interface Settings extends MicrophoneSettings {
  camera?: string | undefined;
  /** The device that plays what others say. */
  speaker?: string | undefined;
  talkKey: string;
  /** The key held to speak with priority, where one may. */
  priorityKey?: string | undefined;
  /** How many cameras one wants to see at most; all without a number. */
  cameras?: number | undefined;
  volumes: Record<Id, number>;
}

export interface SessionEvents {
  state: (state: "connecting" | "connected" | "lost") => void;
  ended: (code: number) => void;
  trouble: (what: "microphone") => void;
  speaking: (user: Id, now: boolean) => void;
  /** Who has the floor of all who speak. */
  floor: (user: Id) => void;
  /** A picture stands still because the line does not carry it. */
  paused: (user: Id, source: Source, paused: boolean) => void;
  tracks: (user: Id, tracks: Track[]) => void;
  stream: (user: Id, source: Source, stream: MediaStream | undefined) => void;
  /** The browser ended a picture: the person took the screen back, the camera was unplugged. */
  stopped: (source: "camera" | "screen") => void;
  viewers: (users: Id[]) => void;
  /** What takes the noise out of the voice; not always what was wished for. */
  cleanedBy: (what: Suppression) => void;
  recording: (now: CallRecording) => void;
  quality: (quality: Quality | undefined) => void;
}

const QUALITY_MS = 2_000;
const AUDIBLE: readonly Source[] = ["microphone", "screen_sound"];

/** A call with its microphone, loudspeakers and pictures. */
export async function openSession(
  summons: Summons,
  start: { muted: boolean; deaf: boolean; voiceBits: number | undefined; settings: Settings },
  events: SessionEvents,
) {
  let settings = start.settings;
  let muted = start.muted;
  let over = false;
  let microphone: Microphone | undefined;
  let cameraTrack: MediaStreamTrack | undefined;
  let shared: MediaStream | undefined;
  const speakers = makeSpeakers(start.deaf, settings.volumes, settings.speaker);

  const call: CallConnection = openCall(
    `${location.origin.replace(/^http/, "ws")}/voice?v=8`,
    summons,
    {
      state: events.state,
      ended: events.ended,
      speaking: (user, now, priority) => {
        speakers.lead(user, now && priority);
        events.speaking(user, now);
      },
      floor: events.floor,
      paused: events.paused,
      ready: () => call.cameras(settings.cameras),
      viewers: events.viewers,
      recording: (now) => {
        cue(now.state);
        events.recording(now);
      },
      tracks: (user, tracks) => {
        events.tracks(user, tracks);
        if (!tracks.length) speakers.lead(user, false);
        // Faces are looked at without asking; screens are not.
        if (tracks.some((one) => one.source === "camera")) call.watch(user, "camera");
      },
      media: (user, source, track) => {
        if (AUDIBLE.includes(source)) speakers.play(user, source, track);
        else events.stream(user, source, track && new MediaStream([track]));
      },
    },
    start.voiceBits,
  );

  const listen = async () => {
    try {
      const opened = await openMicrophone(settings, events.cleanedBy);
      if (over) return opened.close();
      microphone?.close();
      microphone = opened;
      opened.mute(muted);
      await call.send("microphone", opened.track);
    } catch {
      if (!over) events.trouble("microphone");
    }
  };
  void listen();

  const measure = makeQuality(call, summons.user);
  const timer = setInterval(() => void measure().then((now) => over || events.quality(now)), QUALITY_MS);

  const keys = [
    makeHeldKey(
      () => (settings.pushToTalk ? settings.talkKey : undefined),
      (pressed) => microphone?.hold(pressed),
    ),
    makeHeldKey(
      () => settings.priorityKey,
      (pressed) => {
        microphone?.hold(pressed);
        call.prioritise(pressed);
      },
    ),
  ];

  return {
    close: () => {
      over = true;
      clearInterval(timer);
      for (const end of keys) end();
      microphone?.close();
      cameraTrack?.stop();
      for (const track of shared?.getTracks() ?? []) track.stop();
      speakers.close();
      call.close();
    },
    heard: (): Heard => microphone?.heard() ?? { db: -100, open: false },
    mute: (on: boolean, deaf: boolean) => {
      muted = on;
      microphone?.mute(on);
      speakers.deafen(deaf);
    },
    change: (next: Settings) => {
      const anew =
        next.device !== settings.device ||
        next.suppression !== settings.suppression ||
        next.echoCancellation !== settings.echoCancellation;
      if (next.cameras !== settings.cameras) call.cameras(next.cameras);
      settings = { ...next };
      speakers.use(settings.speaker);
      if (anew) void listen();
      else microphone?.change(settings);
    },
    volume: speakers.volume,
    effect: speakers.effect,
    consent: call.consent,
    watch: call.watch,
    unwatch: call.unwatch,
    prefer: call.prefer,
    pin: call.pin,
    /** Whether it worked. */
    camera: async (on: boolean): Promise<boolean> => {
      cameraTrack?.stop();
      cameraTrack = undefined;
      try {
        const stream = on
          ? await navigator.mediaDevices.getUserMedia({
              video: {
                ...(settings.camera && { deviceId: { exact: settings.camera } }),
                width: { ideal: 1280 },
                height: { ideal: 720 },
                frameRate: { max: 30 },
              },
            })
          : undefined;
        cameraTrack = stream?.getVideoTracks()[0];
        cameraTrack?.addEventListener("ended", () => events.stopped("camera"));
        await call.send("camera", cameraTrack ?? null);
        events.stream(summons.user, "camera", stream);
        return true;
      } catch {
        return false;
      }
    },
    screen: async (wish: ScreenWish | undefined): Promise<boolean> => {
      const before = shared;
      shared = undefined;
      for (const track of before?.getTracks() ?? []) track.stop();
      try {
        shared = wish && (await captureScreen(wish));
        const picture = shared?.getVideoTracks()[0];
        picture?.addEventListener("ended", () => events.stopped("screen"));
        if (wish) call.shapeScreen(tierOf(wish));
        await call.send("screen", picture ?? null);
        await call.send("screen_sound", shared?.getAudioTracks()[0] ?? null);
        events.stream(summons.user, "screen", shared);
        return Boolean(shared);
      } catch {
        return false;
      }
    },
  };
}

export type CallSession = Awaited<ReturnType<typeof openSession>>;
