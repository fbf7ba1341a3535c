import type { Id } from "~/api/types";
import type { Source } from "./wire";

interface Playing {
  user: Id;
  element: HTMLAudioElement;
  stream: MediaStream;
  /** Makes it louder than an element can. */
  boost?: GainNode;
}

/** How loud others are while somebody speaks with priority. */
const BEHIND_PRIORITY = 0.25;
const EFFECTS_MAX = 6;

/** Plays what others send, each as loud as chosen. */
export function makeSpeakers(deafAtFirst: boolean, volumes: Record<Id, number>, deviceAtFirst?: string) {
  const playing = new Map<string, Playing>();
  const levels = new Map(Object.entries(volumes));
  const effects: HTMLAudioElement[] = [];
  const leading = new Set<Id>();
  let deaf = deafAtFirst;
  let device = deviceAtFirst ?? "";
  let context: AudioContext | undefined;

  const adjust = (one: Playing) => {
    const behind = leading.size > 0 && !leading.has(one.user);
    const level = (levels.get(one.user) ?? 1) * (behind ? BEHIND_PRIORITY : 1);
    if (level > 1 && !one.boost) {
      context ??= openLouder(device);
      one.boost = new GainNode(context);
      context.createMediaStreamSource(one.stream).connect(one.boost).connect(context.destination);
    }
    const boosted = level > 1;
    if (one.boost) one.boost.gain.value = boosted && !deaf ? level : 0;
    one.element.volume = Math.min(1, level);
    // A silent element keeps the stream running.
    one.element.muted = deaf || boosted;
  };
  const stop = (key: string) => {
    const one = playing.get(key);
    one?.boost?.disconnect();
    if (one) one.element.srcObject = null;
    playing.delete(key);
  };
  return {
    play: (user: Id, source: Source, track: MediaStreamTrack | undefined) => {
      const key = `${user}/${source}`;
      stop(key);
      if (!track) return;
      const stream = new MediaStream([track]);
      const one: Playing = { user, stream, element: new Audio() };
      one.element.srcObject = stream;
      adjust(one);
      playing.set(key, one);
      if (device) sendTo(one.element, device);
      void one.element.play().catch(() => undefined);
    },
    /** 1 is as loud as it was sent; up to 2. */
    volume: (user: Id, level: number) => {
      levels.set(user, level);
      for (const one of playing.values()) if (one.user === user) adjust(one);
    },
    /** Plays by another device; without one by the system's own. */
    use: (next: string | undefined) => {
      if (device === (next ?? "")) return;
      device = next ?? "";
      if (context) sendTo(context, device);
      for (const one of playing.values()) sendTo(one.element, device);
    },
    /** Plays a short sound once. Many at once are a nuisance, so the oldest gives way. */
    effect: (url: string, level: number) => {
      const element = new Audio(url);
      element.volume = Math.min(1, level);
      if (device) sendTo(element, device);
      effects.push(element);
      if (effects.length > EFFECTS_MAX) effects.shift()?.pause();
      element.onended = () => effects.splice(effects.indexOf(element), 1);
      void element.play().catch(() => undefined);
    },
    /** Somebody speaks with priority, or not any more: the others are quieter meanwhile. */
    lead: (user: Id, on: boolean) => {
      if (leading.has(user) === on) return;
      if (on) leading.add(user);
      else leading.delete(user);
      for (const one of playing.values()) adjust(one);
    },
    deafen: (on: boolean) => {
      deaf = on;
      for (const one of playing.values()) adjust(one);
    },
    close: () => {
      for (const key of [...playing.keys()]) stop(key);
      for (const element of effects) element.pause();
      void context?.close();
    },
  };
}

function openLouder(device: string): AudioContext {
  const context = new AudioContext();
  if (device) sendTo(context, device);
  return context;
}

/** Chromium can choose for a context too; TypeScript does not know it yet. */
interface Choosing {
  setSinkId?(device: string): Promise<void>;
}

/** A device that is gone leaves the sound where it is. Some browsers cannot choose. */
function sendTo(target: HTMLAudioElement | (AudioContext & Choosing), device: string) {
  void target.setSinkId?.(device).catch(() => undefined);
}
