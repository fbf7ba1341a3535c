/** So many samples at 48 kHz does the model look at: ten milliseconds. */
export const FRAME = 480;
export const MODEL_RATE = 48_000;
/** The model was trained on whole numbers of 16 bits. */
const SCALE = 32_768;

/** The functions of `@jitsi/rnnoise-wasm` 0.2.1 by the letters that its build gave them: `dist/rnnoise.js` of the package tells which. */
interface Exports {
  c: WebAssembly.Memory;
  d(): void;
  f(model: number): number;
  g(bytes: number): number;
  h(state: number): void;
  i(pointer: number): void;
  j(state: number, output: number, input: number): number;
}

/** RNNoise (Valin 2018): a small network that keeps the voice and takes the rest away. It answers how likely somebody spoke, 0 to 1. */
export function openDenoiser(binary: BufferSource) {
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(binary), {
    a: {
      a: (bytes: number) => grow(memory, bytes),
      b: (to: number, from: number, count: number) =>
        new Uint8Array(memory.buffer).copyWithin(to, from, from + count),
    },
  });
  const {
    c: memory,
    d: start,
    f: create,
    g: allocate,
    h: destroy,
    i: free,
    j: process,
  } = exports as unknown as Exports;
  start();
  const state = create(0);
  const buffer = allocate(FRAME * Float32Array.BYTES_PER_ELEMENT);

  return {
    /** Cleans one frame in place. */
    clean: (frame: Float32Array): number => {
      // The memory may have grown since, and then the old view is empty.
      const inside = new Float32Array(memory.buffer, buffer, FRAME);
      for (let at = 0; at < FRAME; at++) inside[at] = (frame[at] ?? 0) * SCALE;
      const voice = process(state, buffer, buffer);
      for (let at = 0; at < FRAME; at++) frame[at] = (inside[at] ?? 0) / SCALE;
      return voice;
    },
    close: () => {
      destroy(state);
      free(buffer);
    },
  };
}

export type Denoiser = ReturnType<typeof openDenoiser>;

function grow(memory: WebAssembly.Memory, bytes: number): number {
  try {
    memory.grow(Math.ceil(Math.max(0, bytes - memory.buffer.byteLength) / 65_536));
    return 1;
  } catch {
    return 0;
  }
}
