import modelUrl from "@jitsi/rnnoise-wasm/dist/rnnoise.wasm?url";
import { MODEL_RATE } from "./denoiser";
import type { Opening } from "./gate";
import type { VoiceOrder, VoiceReport } from "./orders";
import workletUrl from "./voice.worklet.ts?worker&url";

const PATIENCE_MS = 1_500;

export interface ChainEvents {
  /** In dBFS from -100 to 0, and whether others hear it. */
  level: (db: number, open: boolean) => void;
  /** The model does not run in this browser after all. */
  noModel: () => void;
}

/** Leads a microphone through the model and the gate. */
export async function openChain(input: MediaStream, model: boolean, events: ChainEvents) {
  const context = openContext(input);
  try {
    await context.audioWorklet.addModule(workletUrl);
    const source = context.createMediaStreamSource(input);
    const voice = new AudioWorkletNode(context, "parley-voice", {
      channelCount: 1,
      channelCountMode: "explicit",
      outputChannelCount: [1],
    });
    const output = context.createMediaStreamDestination();
    source.connect(voice).connect(output);
    const order = (what: VoiceOrder) => voice.port.postMessage(what);
    voice.port.onmessage = (event: MessageEvent<VoiceReport>) => {
      if (event.data.kind === "level") events.level(event.data.db, event.data.open);
      else events.noModel();
    };
    if (model) void loadModel(context, order, events);
    void context.resume();
    return {
      track: output.stream.getAudioTracks()[0] as MediaStreamTrack,
      runs: () => running(context),
      /** When it runs after all: a busy machine takes its time, and some browsers wait for a press. */
      onceRunning: (now: () => void) => {
        if (context.state === "running") return now();
        context.addEventListener("statechange", () => context.state === "running" && now());
      },
      gate: (opening: Opening) => order({ kind: "gate", opening }),
      close: () => {
        order({ kind: "end" });
        void context.close();
      },
    };
  } catch (broken) {
    void context.close();
    throw broken;
  }
}

/** Some browsers hold sound back until a press, and Firefox lets nothing run on a machine without loudspeakers. */
async function running(context: AudioContext): Promise<boolean> {
  if (context.state === "running") return true;
  return new Promise((tell) => {
    const late = setTimeout(() => tell(false), PATIENCE_MS);
    context.addEventListener("statechange", () => {
      if (context.state !== "running") return;
      clearTimeout(late);
      tell(true);
    });
  });
}

/** The model wants its own rate. Firefox cannot connect a microphone of another one; there the model stays away. */
function openContext(input: MediaStream): AudioContext {
  const context = new AudioContext({ sampleRate: MODEL_RATE });
  try {
    context.createMediaStreamSource(input);
    return context;
  } catch {
    void context.close();
    return new AudioContext();
  }
}

async function loadModel(context: AudioContext, order: (what: VoiceOrder) => void, events: ChainEvents) {
  try {
    if (context.sampleRate !== MODEL_RATE) throw new Error("another rate");
    const binary = await (await fetch(modelUrl)).arrayBuffer();
    order({ kind: "model", binary });
  } catch {
    events.noModel();
  }
}
