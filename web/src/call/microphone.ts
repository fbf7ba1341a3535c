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

/** One's voice behind a gate that opens by loudness, by speech or by a key. What it gives out goes into the call. */
export async function openMicrophone(settings: MicrophoneSettings) {
  let now = settings;
  let held = false;
  let heard: Heard = { db: -100, open: false };
  let cleanedBy = settings.suppression;
  const input = await navigator.mediaDevices.getUserMedia({
    audio: {
      ...(settings.device && { deviceId: { exact: settings.device } }),
      ...cleaning(settings, settings.suppression),
      channelCount: 1,
    },
  });
  const stop = () => {
    for (const track of input.getTracks()) track.stop();
  };
  const chain = await openChain(input, settings.suppression === "model", {
    level: (db, open) => {
      heard = { db, open };
    },
    noModel: () => {
      cleanedBy = "browser";
      for (const track of input.getAudioTracks())
        void track.applyConstraints(cleaning(settings, "browser")).catch(() => undefined);
    },
  }).catch((broken: unknown) => {
    stop();
    throw broken;
  });
  const tell = () => chain.gate(openingOf(now, held));
  tell();

  return {
    track: chain.track,
    heard: () => heard,
    /** What takes the noise out now: the model may not run here. */
    cleanedBy: () => cleanedBy,
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
