import { FRAME } from "./denoiser";

/** The most by which frames lag behind blocks: they share a divisor of 32. It is 9.3 ms. */
const HEAD_START = FRAME - 32;
const ROOM = FRAME * 4;

/** Cuts a stream of blocks into frames and gives back as many samples as came, later by the head start. */
export function makeFrames(work: (frame: Float32Array) => void) {
  const frame = new Float32Array(FRAME);
  const ring = new Float32Array(ROOM);
  let filled = 0;
  let written = HEAD_START;
  let read = 0;
  return (block: Float32Array) => {
    for (const sample of block) {
      frame[filled++] = sample;
      if (filled < FRAME) continue;
      work(frame);
      for (const cleaned of frame) ring[written++ % ROOM] = cleaned;
      filled = 0;
    }
    for (let at = 0; at < block.length; at++) block[at] = ring[read++ % ROOM] ?? 0;
  };
}
