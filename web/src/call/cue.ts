import type { CallRecording } from "./wire";

const NOTES: Partial<Record<CallRecording["state"], number[]>> = {
  asked: [660],
  running: [660, 880],
  ended: [880, 440],
  called_off: [440],
};
const NOTE_S = 0.18;

let last: CallRecording["state"] | undefined;

/** Two notes when a recording begins or ends, for who does not look. */
export function cue(state: CallRecording["state"]) {
  if (state === last) return;
  last = state;
  const context = new AudioContext();
  const volume = context.createGain();
  volume.gain.value = 0.12;
  volume.connect(context.destination);
  const notes = NOTES[state] ?? [];
  notes.forEach((hertz, index) => {
    const note = context.createOscillator();
    note.frequency.value = hertz;
    note.connect(volume);
    note.start(context.currentTime + index * NOTE_S);
    note.stop(context.currentTime + (index + 1) * NOTE_S);
    if (index === notes.length - 1) note.onended = () => void context.close();
  });
}
