import { produce, type SetStoreFunction } from "solid-js/store";
import type { Chime } from "~/call/chimes";

/** What one sends oneself. */
export interface Self {
  mute: boolean;
  deaf: boolean;
  video: boolean;
  stream: boolean;
}

/** Mute and deafen, which hang together: who hears nothing says nothing, and who speaks wants to hear. */
export function makeVoiceSwitches(
  self: Self,
  change: SetStoreFunction<Self>,
  sound: (name: Chime) => void,
  changed: () => void,
) {
  let mutedBefore = false;
  return {
    mute: (on: boolean) => {
      if (on !== self.mute) sound(on ? "muted" : "unmuted");
      mutedBefore = on;
      change(produce((now) => Object.assign(now, { mute: on }, !on && { deaf: false })));
      changed();
    },
    deafen: (on: boolean) => {
      // Who hears again is as silent as before, and not more.
      if (on && !self.deaf) mutedBefore = self.mute;
      if (on !== self.deaf) sound(on ? "deafened" : "undeafened");
      change({ deaf: on, mute: on || mutedBefore });
      changed();
    },
  };
}
