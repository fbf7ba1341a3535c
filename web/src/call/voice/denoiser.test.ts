import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { expect, test } from "vitest";
import { FRAME, MODEL_RATE, openDenoiser } from "./denoiser";

const require = createRequire(import.meta.url);
const BINARY = readFileSync(require.resolve("@jitsi/rnnoise-wasm/dist/rnnoise.wasm"));
const SECONDS = 4;

/** Words of a made-up voice: a falling tone with its overtones shaped like vowels, half a second each, with pauses as long. */
function voice(at: number): number {
  const t = at / MODEL_RATE;
  if (t % 1 > 0.5) return 0;
  const pitch = 140 - 25 * (t % 1);
  let sum = 0;
  for (let overtone = 1; overtone * pitch < 4_000; overtone++) {
    const hertz = overtone * pitch;
    const vowel =
      Math.exp(-(((hertz - 650) / 300) ** 2)) + 0.6 * Math.exp(-(((hertz - 1_150) / 350) ** 2)) + 0.05;
    sum += vowel * Math.sin(2 * Math.PI * hertz * t);
  }
  return 0.08 * Math.sin(Math.PI * 2 * (t % 1)) * sum;
}

function makeNoise() {
  let seed = 7;
  return () => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return 0.03 * (seed / 1_073_741_824 - 1);
  };
}

const isPause = (at: number) => (at / MODEL_RATE) % 1 > 0.65 && (at / MODEL_RATE) % 1 < 0.95;
const isWord = (at: number) => (at / MODEL_RATE) % 1 > 0.15 && (at / MODEL_RATE) % 1 < 0.4;

function db(samples: Float32Array, counts: (at: number) => boolean): number {
  let sum = 0;
  let count = 0;
  // The first second is the model's to learn the room.
  for (let at = MODEL_RATE; at < samples.length; at++)
    if (counts(at)) {
      sum += (samples[at] ?? 0) ** 2;
      count++;
    }
  return 10 * Math.log10(sum / count + 1e-12);
}

test("the model takes the noise away and leaves the voice, again and again", () => {
  for (let run = 0; run < 3; run++) {
    const noise = makeNoise();
    const noisy = Float32Array.from({ length: SECONDS * MODEL_RATE }, (_one, at) => voice(at) + noise());
    const cleaned = noisy.slice();
    const denoiser = openDenoiser(BINARY);
    const chances: number[] = [];
    for (let at = 0; at + FRAME <= cleaned.length; at += FRAME)
      chances.push(denoiser.clean(cleaned.subarray(at, at + FRAME)));
    denoiser.close();
    const taken = db(noisy, isPause) - db(cleaned, isPause);
    const lost = db(noisy, isWord) - db(cleaned, isWord);
    expect(taken, "decibels of noise taken away").toBeGreaterThan(15);
    expect(Math.abs(lost), "decibels of voice lost").toBeLessThan(6);
    expect(Math.max(...chances)).toBeGreaterThan(0.6);
    expect(Math.min(...chances.slice(100))).toBeLessThan(0.3);
  }
});

test("silence stays silence", () => {
  const denoiser = openDenoiser(BINARY);
  const frame = new Float32Array(FRAME);
  for (let times = 0; times < 20; times++) denoiser.clean(frame);
  expect(Math.max(...frame.map(Math.abs))).toBeLessThan(0.001);
  denoiser.close();
});
