import { openDevice } from "./devices";
import { openChain } from "./voice/chain";
import type { Opening } from "./voice/gate";

/** What takes noise out of a voice: a model on this device, the browser's own filter, nothing. */
export type Suppression = "model" | "browser" | "off";

/** How one's voice is let through. */
export interface MicrophoneSettings {
  device?: string | undefined;
  /** Lets through what sounds like speech; else what is louder than the threshold. */
  automatic: boolean;
  /** In dBFS. */
  thresholdDb: number;
  pushToTalk: boolean;
  suppression: Suppression;
  echoCancellation: boolean;
}

export interface Heard {
  /** In dBFS, from -100 to 0. */
  db: number;
  /** Whether the others hear it. */
  open: boolean;
}

export interface MicrophoneEvents {
  /** What takes the noise out; told again when the model does not run here. */
  cleanedBy: (what: Suppression) => void;
  /** It was unplugged. */
  lost?: () => void;
  /** From now on this is to be sent. */
  changed?: (track: MediaStreamTrack) => void;
}

/** One's voice behind a gate that opens by loudness, by speech or by a key. What it gives out goes into the call. */
export async function openMicrophone(settings: MicrophoneSettings, events: MicrophoneEvents) {
  let now = settings;
  let held = false;
  let muted = false;
  let heard: Heard = { db: -100, open: false };
  const input = await openDevice(settings.device, (deviceId) => ({
    audio: { ...deviceId, ...cleaning(settings, settings.suppression), channelCount: 1 },
  }));
  const [source] = input.getAudioTracks();
  source?.addEventListener("ended", () => events.lost?.());
  const stop = () => {
    for (const track of input.getTracks()) track.stop();
  };
  events.cleanedBy(settings.suppression);
  const browserCleans = () => {
    events.cleanedBy("browser");
    for (const track of input.getAudioTracks())
      void track.applyConstraints(cleaning(settings, "browser")).catch(() => undefined);
  };
  const chain = await openChain(input, settings.suppression === "model", {
    level: (db, open) => {
      heard = { db, open };
    },
    noModel: () => browserCleans(),
  }).catch((broken: unknown) => {
    stop();
    throw broken;
  });
  // Better heard without a gate than not heard at all.
  let bare = (await chain.runs()) ? undefined : source;
  if (bare && settings.suppression === "model") browserCleans();
  const tell = () => {
    chain.gate(openingOf(now, held));
    (bare ?? chain.track).enabled = !muted && (!bare || !now.pushToTalk || held);
  };
  tell();
  if (bare)
    chain.onceRunning(() => {
      if (!bare) return;
      // What is disabled gives the chain nothing to hear.
      bare.enabled = true;
      bare = undefined;
      events.cleanedBy(settings.suppression);
      for (const track of input.getAudioTracks())
        void track.applyConstraints(cleaning(settings, settings.suppression)).catch(() => undefined);
      tell();
      events.changed?.(chain.track);
    });

  return {
    track: bare ?? chain.track,
    /** The device that was opened, which is another one than the chosen when that is gone. */
    device: source?.getSettings().deviceId,
    mute: (on: boolean) => {
      muted = on;
      tell();
    },
    heard: () => heard,
    hold: (pressed: boolean) => {
      held = pressed;
      tell();
    },
    change: (next: MicrophoneSettings) => {
      now = next;
      tell();
    },
    close: () => {
      stop();
      chain.close();
    },
  };
}

export type Microphone = Awaited<ReturnType<typeof openMicrophone>>;

const cleaning = (settings: MicrophoneSettings, by: Suppression): MediaTrackConstraints => ({
  echoCancellation: settings.echoCancellation,
  noiseSuppression: by === "browser",
  autoGainControl: true,
});

function openingOf(settings: MicrophoneSettings, held: boolean): Opening {
  if (settings.pushToTalk) return { by: "key", held };
  return settings.automatic ? { by: "itself" } : { by: "level", thresholdDb: settings.thresholdDb };
}
