import type { Opening } from "./gate";

/** What the page tells the thread for sound. */
export type VoiceOrder =
  | { kind: "gate"; opening: Opening }
  | { kind: "model"; binary: ArrayBuffer }
  | { kind: "end" };

/** What it hears from there. */
export type VoiceReport = { kind: "level"; db: number; open: boolean } | { kind: "no model" };
