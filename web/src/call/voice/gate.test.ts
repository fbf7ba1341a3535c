import { expect, test } from "vitest";
import { makeFrames } from "./frames";
import { makeGate, type Opening } from "./gate";

const RATE = 48_000;

/** Sends a tone of so many dBFS through and tells how loud the last tenth of a second comes out, from 0 to 1 of what went in. */
function pass(gate: ReturnType<typeof makeGate>, db: number, seconds: number, voice?: number): number {
  const amplitude = 10 ** (db / 20) * Math.SQRT2;
  let passed = 0;
  const blocks = Math.round((seconds * RATE) / 128);
  for (let at = 0; at < blocks; at++) {
    const block = Float32Array.from(
      { length: 128 },
      (_, i) => amplitude * Math.sin(((at * 128 + i) / RATE) * 6_283),
    );
    gate.pass(block, voice);
    if (at > blocks - 38) passed = Math.max(passed, ...block);
  }
  return passed / amplitude;
}
const opened = (opening: Opening) => {
  const gate = makeGate(RATE);
  gate.change(opening);
  return gate;
};

test("what is louder than the threshold passes, what is softer does not", () => {
  expect(pass(opened({ by: "level", thresholdDb: -40 }), -30, 0.5)).toBeGreaterThan(0.9);
  expect(pass(opened({ by: "level", thresholdDb: -40 }), -50, 0.5)).toBeLessThan(0.01);
});

test("the end of a word is not cut off, a longer silence is", () => {
  const gate = opened({ by: "level", thresholdDb: -40 });
  pass(gate, -20, 0.3);
  expect(pass(gate, -60, 0.2)).toBeGreaterThan(0.9);
  expect(pass(gate, -60, 0.8)).toBeLessThan(0.01);
});

test("by itself it opens for speech only, however loud the rest", () => {
  expect(pass(opened({ by: "itself" }), -20, 0.5, 0.1)).toBeLessThan(0.01);
  expect(pass(opened({ by: "itself" }), -40, 0.5, 0.95)).toBeGreaterThan(0.9);
});

test("without a model it opens for what is clearly louder than the room", () => {
  const gate = opened({ by: "itself" });
  pass(gate, -55, 8);
  expect(pass(gate, -55, 1)).toBeLessThan(0.01);
  expect(pass(gate, -30, 0.5)).toBeGreaterThan(0.9);
});

test("a key lets everything through while it is held, and nothing after", () => {
  const gate = opened({ by: "key", held: false });
  expect(pass(gate, -10, 0.5)).toBeLessThan(0.01);
  gate.change({ by: "key", held: true });
  expect(pass(gate, -50, 0.5)).toBeGreaterThan(0.9);
  gate.change({ by: "key", held: false });
  expect(pass(gate, -10, 0.6)).toBeLessThan(0.01);
});

test("blocks become frames and blocks again, with nothing lost between", () => {
  const frames = makeFrames(() => undefined);
  const out: number[] = [];
  for (let at = 0; at < 60; at++) {
    const block = Float32Array.from({ length: 128 }, (_, i) => at * 128 + i + 1);
    frames(block);
    out.push(...block);
  }
  const first = out.findIndex((one) => one > 0);
  expect(first).toBe(448);
  expect(out.slice(first)).toEqual(Array.from({ length: out.length - first }, (_, i) => i + 1));
});
