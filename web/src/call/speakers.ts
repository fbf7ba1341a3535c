import type { Id } from "~/api/types";
import type { Source } from "./wire";

/** Plays what others send, each as loud as chosen. */
export function makeSpeakers(deafAtFirst: boolean, volumes: Record<Id, number>) {
  const playing = new Map<string, { user: Id; element: HTMLAudioElement }>();
  const levels = new Map(Object.entries(volumes));
  let deaf = deafAtFirst;

  const stop = (key: string) => {
    const one = playing.get(key);
    if (one) one.element.srcObject = null;
    playing.delete(key);
  };
  return {
    play: (user: Id, source: Source, track: MediaStreamTrack | undefined) => {
      const key = `${user}/${source}`;
      stop(key);
      if (!track) return;
      const element = new Audio();
      element.srcObject = new MediaStream([track]);
      element.muted = deaf;
      element.volume = levels.get(user) ?? 1;
      playing.set(key, { user, element });
      void element.play().catch(() => undefined);
    },
    volume: (user: Id, level: number) => {
      levels.set(user, level);
      for (const one of playing.values()) if (one.user === user) one.element.volume = level;
    },
    deafen: (on: boolean) => {
      deaf = on;
      for (const one of playing.values()) one.element.muted = on;
    },
    close: () => {
      for (const key of [...playing.keys()]) stop(key);
    },
  };
}
