import type { Page } from "playwright-core";

/** What stands in the page's place of microphones, cameras and loudspeakers, and what was done with them. */
interface DeviceWindow {
  played: Set<HTMLMediaElement>;
  outputs: AnalyserNode[];
  notes: number[];
  inputs: MediaStreamTrack[];
}

/** Remembers what the page plays, and how. */
export function keepSounds() {
  const played = new Set<HTMLMediaElement>();
  const outputs: AnalyserNode[] = [];
  const notes: number[] = [];
  Object.assign(globalThis, { played, outputs, notes });
  const play = HTMLMediaElement.prototype.play;
  HTMLMediaElement.prototype.play = function (this: HTMLMediaElement) {
    played.add(this);
    return play.call(this);
  };
  const connect = AudioNode.prototype.connect as (this: AudioNode, to: AudioNode) => AudioNode;
  AudioNode.prototype.connect = function (this: AudioNode, to: AudioNode) {
    if (to instanceof AudioDestinationNode) {
      const ear = new AnalyserNode(this.context, { fftSize: 8_192 });
      outputs.push(ear);
      connect.call(this, ear);
    }
    return connect.call(this, to);
  } as typeof AudioNode.prototype.connect;
  const start = OscillatorNode.prototype.start;
  OscillatorNode.prototype.start = function (this: OscillatorNode, when?: number) {
    notes.push(this.frequency.value);
    return start.call(this, when);
  };
}

/** The volumes of the voices that are played by elements, and the amplitude of what comes out of contexts. */
export async function loudness(page: Page) {
  return page.evaluate(() => {
    const { played, outputs } = globalThis as unknown as DeviceWindow;
    const voices = [...played].filter((one) => one.srcObject && one instanceof HTMLAudioElement);
    const rms = outputs.map((ear) => {
      const wave = new Float32Array(ear.fftSize);
      ear.getFloatTimeDomainData(wave);
      return Math.sqrt(wave.reduce((sum, one) => sum + one * one, 0) / wave.length);
    });
    return {
      volumes: voices.map((one) => (one.muted ? 0 : one.volume)),
      amplitude: Math.max(0, ...rms) * Math.SQRT2,
    };
  });
}

/** The notes that were played since the last question. */
export const notes = (page: Page) =>
  page.evaluate(() => (globalThis as unknown as DeviceWindow).notes.splice(0).map(Math.round));

/** Remembers the microphones and cameras that were opened, and lets one be pulled out. */
export function keepInputs() {
  const inputs: MediaStreamTrack[] = [];
  const gone = new Set<string>();
  const real = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
  const wanted = (one: MediaTrackConstraints | boolean | undefined) =>
    typeof one === "object" && ((one.deviceId as { exact?: string } | undefined)?.exact ?? "");
  navigator.mediaDevices.getUserMedia = async (wish) => {
    for (const one of [wanted(wish?.audio), wanted(wish?.video)])
      if (one && gone.has(one)) throw new OverconstrainedError("deviceId");
    const stream = await real(wish);
    inputs.push(...stream.getTracks());
    return stream;
  };
  const pull = (track: MediaStreamTrack) => {
    gone.add(track.getSettings().deviceId ?? "");
    track.stop();
    track.dispatchEvent(new Event("ended"));
  };
  const plugIn = () => {
    gone.clear();
    navigator.mediaDevices.dispatchEvent(new Event("devicechange"));
  };
  Object.assign(globalThis, { inputs, pull, plugIn });
}

/** The device of each microphone or camera that is open. */
export const open = (page: Page, kind: "audio" | "video") =>
  page.evaluate(
    (kind) =>
      (globalThis as unknown as DeviceWindow).inputs
        .filter((one) => one.kind === kind && one.readyState === "live")
        .map((one) => one.label),
    kind,
  );

/** A microphone that plays one tone, and a camera just large enough for three layers. */
export function singAt(hertz: number) {
  const real = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
  navigator.mediaDevices.getUserMedia = async (wish) => {
    if (!wish?.audio) return real({ video: { width: 960, height: 540, frameRate: 15 } });
    const context = new AudioContext();
    const tone = new OscillatorNode(context, { frequency: hertz });
    const gain = new GainNode(context, { gain: 0.3 });
    const output = context.createMediaStreamDestination();
    tone.connect(gain).connect(output);
    tone.start();
    // Deep, as fans are: for a flat hiss the model takes many seconds, and some it keeps for a voice.
    const rumble = new AudioBuffer({ length: context.sampleRate * 2, sampleRate: context.sampleRate });
    let deep = 0;
    rumble.copyToChannel(
      Float32Array.from({ length: rumble.length }, () => {
        deep = deep * 0.995 + Math.random() - 0.5;
        return deep;
      }),
      0,
    );
    const noise = new AudioBufferSourceNode(context, { buffer: rumble, loop: true });
    const fan = new GainNode(context, { gain: 0 });
    noise.connect(fan).connect(output);
    noise.start();
    // From now on a fan is heard, and no tone.
    const blow = () => {
      gain.gain.value = 0;
      fan.gain.value = 0.014;
    };
    Object.assign(globalThis, { blow: [...((globalThis as { blow?: unknown[] }).blow ?? []), blow] });
    return output.stream;
  };
}

/** Turns a fan on beside each microphone that the page has opened, and the tone off; tells how many there are. */
export const blow = (page: Page) =>
  page.evaluate(() => {
    const all = (globalThis as unknown as { blow: (() => void)[] }).blow;
    for (const one of all) one();
    return all.length;
  });
