import { createStore } from "solid-js/store";
import type { Id } from "~/api/types";
import type { MicrophoneSettings } from "~/call/microphone";
import type { Levels } from "~/call/volumes";

const KEY = "parley.call";

export interface CallSettings extends MicrophoneSettings, Levels {
  camera?: string | undefined;
  /** The device that plays what others say. */
  speaker?: string | undefined;
  /** Everybody in the same size, or who speaks large. */
  view: "grid" | "speaker";
  /** The key held to talk, as KeyboardEvent.code. */
  talkKey: string;
  /** The key held to speak with priority. */
  priorityKey?: string | undefined;
  /** How loud the sounds of soundboards are, 0 to 1. */
  soundVolume: number;
  /** How many cameras to see at most; all without a number. */
  cameras?: number | undefined;
  /** Whether short sounds tell of who comes and goes, of calls and of one's own mute. */
  sounds: boolean;
}

const INITIAL: CallSettings = {
  automatic: true,
  thresholdDb: -30,
  pushToTalk: false,
  suppression: "model",
  echoCancellation: true,
  soundVolume: 0.5,
  talkKey: "ControlLeft",
  view: "grid",
  sounds: true,
  volumes: {},
  silenced: {},
};

/** What one chose for calls on this device. */
export function createCallSettings(storage: Storage) {
  const [values, change] = createStore<CallSettings>({ ...INITIAL, ...read(storage) });
  const keep = () => storage.setItem(KEY, JSON.stringify(values));
  return {
    values,
    save: (some: Partial<CallSettings>) => {
      change(some);
      keep();
    },
    volume: (key: string, level: number) => {
      change("volumes", key, level);
      keep();
    },
    silence: (user: Id, on: boolean) => {
      change("silenced", user, on);
      keep();
    },
  };
}

function read(storage: Storage): Partial<CallSettings> {
  try {
    return JSON.parse(storage.getItem(KEY) ?? "{}");
  } catch {
    return {};
  }
}
