import type { CallRecording } from "./wire";

/** What is played, as [hertz, seconds]: up for what comes, down for what goes. */
const NOTES = {
  entered: [
    [392, 0.09],
    [523, 0.09],
    [659, 0.16],
  ],
  left: [
    [659, 0.09],
    [523, 0.09],
    [392, 0.16],
  ],
  joined: [
    [523, 0.1],
    [659, 0.14],
  ],
  gone: [
    [659, 0.1],
    [523, 0.14],
  ],
  muted: [
    [440, 0.06],
    [330, 0.1],
  ],
  unmuted: [
    [330, 0.06],
    [440, 0.1],
  ],
  deafened: [
    [370, 0.07],
    [247, 0.12],
  ],
  undeafened: [
    [247, 0.07],
    [370, 0.12],
  ],
  ring: [
    [587, 0.18],
    [784, 0.18],
    [587, 0.18],
    [784, 0.3],
  ],
  shared: [
    [659, 0.08],
    [988, 0.14],
  ],
  unshared: [
    [988, 0.08],
    [659, 0.14],
  ],
  asked: [[660, 0.18]],
  running: [
    [660, 0.18],
    [880, 0.18],
  ],
  ended: [
    [880, 0.18],
    [440, 0.18],
  ],
  called_off: [[440, 0.18]],
} as const satisfies Record<string, readonly (readonly [number, number])[]> &
  Record<CallRecording["state"], unknown>;

export type Chime = keyof typeof NOTES;

const LOUDNESS = 0.1;
const EDGE_S = 0.012;

interface Choosing {
  setSinkId?(device: string): Promise<void>;
}

/** A few short notes, for who does not look. They are made and not loaded, and come out where the voices do. */
export function chime(name: Chime, speaker?: string) {
  const context: AudioContext & Choosing = new AudioContext();
  if (speaker) void context.setSinkId?.(speaker).catch(() => undefined);
  const volume = new GainNode(context, { gain: 0 });
  volume.connect(context.destination);
  let at = context.currentTime + EDGE_S;
  for (const [hertz, seconds] of NOTES[name]) {
    const note = new OscillatorNode(context, { type: "triangle", frequency: hertz });
    note.connect(volume);
    note.start(at);
    // Without soft edges a note clicks.
    volume.gain.setValueAtTime(0, at);
    volume.gain.linearRampToValueAtTime(LOUDNESS, at + EDGE_S);
    volume.gain.setTargetAtTime(0, at + seconds - EDGE_S * 2, EDGE_S);
    at += seconds;
    note.stop(at + EDGE_S);
  }
  const end = () => void context.close().catch(() => undefined);
  // A page that was not touched yet may play nothing, and then it never ends by itself.
  setTimeout(end, (at - context.currentTime) * 1_000 + 300);
}

let last: CallRecording["state"] | undefined;

/** When a recording begins or ends; these are always heard. */
export function recordingChime(state: CallRecording["state"], speaker?: string) {
  if (state === last) return;
  last = state;
  chime(state, speaker);
}
