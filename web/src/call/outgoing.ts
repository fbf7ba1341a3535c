import { isThere, onDevices, openDevice } from "./devices";
import {
  type Heard,
  type Microphone,
  type MicrophoneSettings,
  openMicrophone,
  type Suppression,
} from "./microphone";
import { captureScreen, reshapeScreen, type ScreenWish } from "./screen";
import type { Source } from "./wire";

export interface OutgoingSettings extends MicrophoneSettings {
  camera?: string | undefined;
}

export interface OutgoingEvents {
  /** What is to be sent from now on; null for nothing. */
  track: (source: Source, track: MediaStreamTrack | null) => unknown;
  /** What oneself sees of it. */
  stream: (source: "camera" | "screen", stream: MediaStream | undefined) => void;
  /** The browser ended a picture: the person took the screen back, or there is no camera any more. */
  stopped: (source: "camera" | "screen") => void;
  trouble: (what: "microphone" | "screen") => void;
  /** What takes the noise out of the voice; not always what was wished for. */
  cleanedBy: (what: Suppression) => void;
}

const SILENCE: Heard = { db: -100, open: false };

/**
 * One's microphone, camera and screen. They outlive the connections by which they are sent, so that after a loss nothing has to be
 * chosen or allowed again. A device that is unplugged gives way to another, and is used again once it is back.
 */
export function makeOutgoing(chosen: OutgoingSettings, mutedAtFirst: boolean, events: OutgoingEvents) {
  const tracks = new Map<Source, MediaStreamTrack>();
  let settings = chosen;
  let muted = mutedAtFirst;
  let over = false;
  let microphone: Microphone | undefined;
  let listening = 0;
  let failed = false;
  let camera: MediaStream | undefined;
  let shared: MediaStream | undefined;

  const put = (source: Source, track: MediaStreamTrack | undefined) => {
    if (track) tracks.set(source, track);
    else tracks.delete(source);
    return events.track(source, track ?? null);
  };
  const listen = async () => {
    const turn = ++listening;
    try {
      const opened = await openMicrophone(settings, {
        cleanedBy: events.cleanedBy,
        lost: () => turn === listening && void listen(),
        changed: (track) => turn === listening && void put("microphone", track),
      });
      if (over || turn !== listening) return opened.close();
      microphone?.close();
      microphone = opened;
      failed = false;
      opened.mute(muted);
      await put("microphone", opened.track);
    } catch {
      if (over || turn !== listening) return;
      microphone?.close();
      microphone = undefined;
      failed = true;
      await put("microphone", undefined);
      events.trouble("microphone");
    }
  };
  const film = async () => {
    end(camera);
    camera = await openDevice(settings.camera, (deviceId) => ({
      video: { ...deviceId, width: { ideal: 1280 }, height: { ideal: 720 }, frameRate: { max: 30 } },
    }));
    const opened = camera;
    const track = opened.getVideoTracks()[0];
    track?.addEventListener("ended", () => {
      if (camera === opened) void film().catch(() => events.stopped("camera"));
    });
    await put("camera", track);
    events.stream("camera", opened);
  };
  const unfilm = async () => {
    end(camera);
    camera = undefined;
    await put("camera", undefined);
    events.stream("camera", undefined);
  };
  const plugged = async () => {
    const { device, camera: wanted } = settings;
    // A browser also tells of devices whose names it gives away with the first permission.
    const another = device && microphone && microphone.device !== device && (await isThere(device));
    if (failed || another) await listen();
    const used = camera?.getVideoTracks()[0]?.getSettings().deviceId;
    if (camera && wanted && used !== wanted && (await isThere(wanted)))
      await film().catch(() => events.stopped("camera"));
  };
  const ends = onDevices(() => over || void plugged());
  void listen();

  return {
    /** All that is sent now. */
    tracks: (): ReadonlyMap<Source, MediaStreamTrack> => tracks,
    streams: () => ({ camera, screen: shared }),
    heard: (): Heard => microphone?.heard() ?? SILENCE,
    hold: (pressed: boolean) => microphone?.hold(pressed),
    mute: (on: boolean) => {
      muted = on;
      microphone?.mute(on);
    },
    change: (next: OutgoingSettings) => {
      const anew = (["device", "suppression", "echoCancellation"] as const).some(
        (one) => next[one] !== settings[one],
      );
      const another = next.camera !== settings.camera;
      settings = { ...next };
      if (anew) void listen();
      else microphone?.change(settings);
      if (another && camera) void film().catch(() => events.stopped("camera"));
    },
    /** Whether it worked. */
    camera: async (on: boolean): Promise<boolean> => {
      try {
        await (on ? film() : unfilm());
        return true;
      } catch {
        await unfilm();
        return false;
      }
    },
    screen: async (wish: ScreenWish | undefined): Promise<boolean> => {
      try {
        const next = wish && (await captureScreen(wish));
        end(shared);
        shared = next;
        const picture = next?.getVideoTracks()[0];
        picture?.addEventListener("ended", () => shared === next && events.stopped("screen"));
        await put("screen", picture);
        await put("screen_sound", next?.getAudioTracks()[0]);
        events.stream("screen", next);
        return Boolean(next);
      } catch (refused) {
        // Whoever closes the browser's question has changed their mind.
        const closed = refused instanceof Error && refused.name === "NotAllowedError";
        if (!closed) events.trouble("screen");
        return false;
      }
    },
    /** Another quality of what is shared already. */
    reshape: (wish: ScreenWish) => shared && reshapeScreen(shared, wish),
    close: () => {
      over = true;
      ends();
      microphone?.close();
      end(camera);
      end(shared);
    },
  };
}

export type Outgoing = ReturnType<typeof makeOutgoing>;

function end(stream: MediaStream | undefined) {
  for (const track of stream?.getTracks() ?? []) track.stop();
}
