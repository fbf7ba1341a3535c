import { type Denoiser, openDenoiser } from "./denoiser";
import { makeFrames } from "./frames";
import { makeGate } from "./gate";
import type { VoiceOrder, VoiceReport } from "./orders";

// TypeScript does not know the scope of worklets.
declare const sampleRate: number;
declare abstract class AudioWorkletProcessor {
  readonly port: MessagePort;
}
declare function registerProcessor(name: string, processor: new () => AudioWorkletProcessor): void;

const TELL_EVERY_BLOCKS = 16;

/** One's voice on its way into the call: cleaned, then let through or not. It runs on the browser's thread for sound. */
class Voice extends AudioWorkletProcessor {
  readonly #gate = makeGate(sampleRate);
  #denoiser: Denoiser | undefined;
  #voice: number | undefined;
  #over = false;
  #blocks = 0;
  readonly #block = new Float32Array(128);
  readonly #clean = makeFrames((frame) => {
    this.#voice = this.#denoiser?.clean(frame);
  });

  constructor() {
    super();
    this.port.onmessage = (event: MessageEvent<VoiceOrder>) => this.#obey(event.data);
  }

  #obey(order: VoiceOrder) {
    if (order.kind === "gate") this.#gate.change(order.opening);
    else if (order.kind === "model") {
      try {
        this.#denoiser = openDenoiser(order.binary);
      } catch {
        this.#tell({ kind: "no model" });
      }
    } else {
      this.#over = true;
      this.#denoiser?.close();
      this.#denoiser = undefined;
    }
  }

  #tell(report: VoiceReport) {
    this.port.postMessage(report);
  }

  process(inputs: Float32Array[][], outputs: Float32Array[][]): boolean {
    const heard = inputs[0]?.[0];
    const out = outputs[0]?.[0];
    if (this.#over || !out) return !this.#over;
    if (heard) this.#block.set(heard);
    else this.#block.fill(0);
    if (this.#denoiser) this.#clean(this.#block);
    const { db, open } = this.#gate.pass(this.#block, this.#voice);
    out.set(this.#block);
    if (++this.#blocks % TELL_EVERY_BLOCKS === 0) this.#tell({ kind: "level", db, open });
    return true;
  }
}

registerProcessor("parley-voice", Voice);
