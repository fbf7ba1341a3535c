import type { Id } from "~/api/types";
import { isThere, onDevices } from "./devices";
import { type Levels, volumeKey } from "./volumes";
import type { Source } from "./wire";

interface Playing {
  user: Id;
  key: string;
  element: HTMLAudioElement;
  stream: MediaStream;
  /** Makes it louder than an element can. */
  boost?: GainNode;
}

/** How loud others are while somebody speaks with priority. */
const BEHIND_PRIORITY = 0.25;
const EFFECTS_MAX = 6;

/** Plays what others send, each as loud as chosen. */
export function makeSpeakers(deafAtFirst: boolean, chosen: Levels, deviceAtFirst?: string) {
  const playing = new Map<string, Playing>();
  const levels = new Map(Object.entries(chosen.volumes));
  const silenced = new Set(Object.keys(chosen.silenced).filter((user) => chosen.silenced[user]));
  const effects: HTMLAudioElement[] = [];
  const leading = new Set<Id>();
  let deaf = deafAtFirst;
  let device = deviceAtFirst ?? "";
  let context: AudioContext | undefined;

  /** An element plays up to 1; more is made by a context, once the browser lets it run. */
  const amplifies = (one: Playing) => {
    context ??= openLouder(device, () => [...playing.values()].forEach(adjust));
    if (!one.boost) {
      one.boost = new GainNode(context, { gain: 0 });
      context.createMediaStreamSource(one.stream).connect(one.boost).connect(context.destination);
    }
    return context.state === "running";
  };
  const adjust = (one: Playing) => {
    const behind = leading.size > 0 && !leading.has(one.user);
    const wanted = silenced.has(one.key) ? 0 : (levels.get(one.key) ?? 1);
    const level = wanted * (behind ? BEHIND_PRIORITY : 1);
    const boosted = level > 1 && amplifies(one);
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
  const each = (key: string) => {
    for (const one of playing.values()) if (one.key === key) adjust(one);
  };
  const route = async () => {
    // A device that is unplugged gives way to the system's own until it is back.
    const target = device && !(await isThere(device)) ? "" : device;
    if (context) sendTo(context, target);
    for (const one of playing.values()) sendTo(one.element, target);
  };
  const ends = onDevices(() => device && void route());

  return {
    play: (user: Id, source: Source, track: MediaStreamTrack | undefined) => {
      const name = `${user}/${source}`;
      stop(name);
      if (!track) return;
      const stream = new MediaStream([track]);
      const one: Playing = { user, key: volumeKey(user, source), stream, element: new Audio() };
      one.element.srcObject = stream;
      adjust(one);
      playing.set(name, one);
      if (device) sendTo(one.element, device);
      void one.element.play().catch(() => undefined);
    },
    volume: (key: string, level: number) => {
      levels.set(key, level);
      each(key);
    },
    silence: (user: Id, on: boolean) => {
      if (on) silenced.add(user);
      else silenced.delete(user);
      each(user);
    },
    /** Plays by another device; without one by the system's own. */
    use: (next: string | undefined) => {
      if (device === (next ?? "")) return;
      device = next ?? "";
      void route();
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
      ends();
      for (const key of [...playing.keys()]) stop(key);
      for (const element of effects) element.pause();
      void context?.close();
    },
  };
}

function openLouder(device: string, changed: () => void): AudioContext {
  const context = new AudioContext();
  context.addEventListener("statechange", changed);
  void context.resume().catch(() => undefined);
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
