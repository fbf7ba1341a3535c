/** What opens the gate. */
export type Opening =
  | { by: "key"; held: boolean }
  | { by: "level"; thresholdDb: number }
  /** Speech, where the model can tell; else what is clearly louder than the room. */
  | { by: "itself" };

/** The gate stays open for so long after the last word, so that words do not lose their ends. */
const HOLD_MS = 350;
const LEVEL_MS = 20;
const ATTACK_MS = 4;
const RELEASE_MS = 60;
const SPEECH = 0.6;
/** How much louder than the room speech is, and from where on everything counts as meant to be heard. */
const ABOVE_ROOM_DB = 9;
const LOUDEST_ROOM_DB = -45;
const ROOM_RISES_DB_PER_S = 2;
const FAINTEST_DB = -60;

/** Lets a voice through and silence not. It runs with the sound itself, since a page in the background looks only once a second. */
export function makeGate(rate: number) {
  let opening: Opening = { by: "itself" };
  let energy = 0;
  let roomDb = LOUDEST_ROOM_DB;
  let quietMs = Number.POSITIVE_INFINITY;
  let gain = 0;

  const wanted = (db: number, voice: number | undefined) => {
    if (opening.by === "key") return opening.held;
    if (opening.by === "level") return db > opening.thresholdDb;
    if (voice !== undefined) return voice > SPEECH && db > FAINTEST_DB;
    return db > Math.max(FAINTEST_DB, roomDb + ABOVE_ROOM_DB);
  };
  return {
    change: (next: Opening) => {
      // A released key closes at once: nobody expects to be heard after it.
      if (opening.by === "key" && opening.held) quietMs = Number.POSITIVE_INFINITY;
      opening = next;
    },
    /** Scales a block in place. `voice` is how likely somebody spoke, when the model is at work. */
    pass: (block: Float32Array, voice: number | undefined) => {
      const ms = (block.length / rate) * 1_000;
      let sum = 0;
      for (const sample of block) sum += sample * sample;
      energy += (sum / block.length - energy) * (1 - Math.exp(-ms / LEVEL_MS));
      const db = Math.max(-100, 10 * Math.log10(energy + 1e-10));
      roomDb = Math.min(LOUDEST_ROOM_DB, db, roomDb + (ROOM_RISES_DB_PER_S * ms) / 1_000);
      quietMs = wanted(db, voice) ? 0 : quietMs + ms;
      const open = opening.by === "key" ? opening.held : quietMs < HOLD_MS;
      const step = 1 - Math.exp(-1_000 / rate / (open ? ATTACK_MS : RELEASE_MS));
      for (let at = 0; at < block.length; at++) {
        gain += ((open ? 1 : 0) - gain) * step;
        block[at] = (block[at] ?? 0) * gain;
      }
      return { db, open };
    },
  };
}
