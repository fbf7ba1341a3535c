import type { Page } from "playwright-core";

/** What a browser counts of its call and hears in it. */
export interface Heard {
  connected: boolean;
  packets: number;
  energy: number;
  frames: number;
  freezes: number;
  /** Of each picture that comes in. */
  widths: number[];
  heights: number[];
  /** How loud all that comes in is together, in dBFS. */
  db: number;
  /** Each picture that is sent in one layer: a shared screen. */
  shared: Shared[];
  cipher: string;
  /** Milliseconds; absent before the first answer. */
  rtt?: number;
  /** How loud one's own voice is that is sent, in dBFS. */
  sentDb: number;
  /** How the media goes: `udp` or `tcp`. */
  way: string;
  /** The loudest frequency of each voice that comes in, in hertz. */
  tones: number[];
  /** Which layers of the own camera are encoded, smallest first. */
  layers: boolean[];
}

export interface Shared {
  hint: string;
  height: number;
  fps: number;
  scale: number;
  maxFramerate: number;
  maxBitrate: number;
  gives: string;
}

interface ProofWindow {
  kept: RTCPeerConnection[];
  ears: Map<MediaStreamTrack, AnalyserNode>;
  context?: AudioContext;
  played: Set<HTMLMediaElement>;
  outputs: AnalyserNode[];
  notes: number[];
  inputs: MediaStreamTrack[];
}

/** Remembers each connection that the page makes, to ask it what it heard. */
export function keepConnections() {
  const all: RTCPeerConnection[] = [];
  Object.assign(globalThis, { kept: all, ears: new Map() });
  const Real = RTCPeerConnection;
  globalThis.RTCPeerConnection = class extends Real {
    constructor(...given: ConstructorParameters<typeof Real>) {
      super(...given);
      all.push(this);
    }
  };
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
    const { played, outputs } = globalThis as unknown as ProofWindow;
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
  page.evaluate(() => (globalThis as unknown as ProofWindow).notes.splice(0).map(Math.round));

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
      (globalThis as unknown as ProofWindow).inputs
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
    const hiss = new AudioBuffer({ length: context.sampleRate * 2, sampleRate: context.sampleRate });
    hiss.copyToChannel(
      Float32Array.from({ length: hiss.length }, () => Math.random() - 0.5),
      0,
    );
    const noise = new AudioBufferSourceNode(context, { buffer: hiss, loop: true });
    const fan = new GainNode(context, { gain: 0 });
    noise.connect(fan).connect(output);
    noise.start();
    // From now on a fan is heard, and no tone.
    const blow = () => {
      gain.gain.value = 0;
      fan.gain.value = 0.15;
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

/** A network that lets no UDP through: the browser never learns of such addresses. */
export function blockUdp() {
  const prototype = RTCPeerConnection.prototype;
  const real: (given: RTCSessionDescriptionInit) => Promise<void> = prototype.setRemoteDescription;
  prototype.setRemoteDescription = function (description: RTCSessionDescriptionInit) {
    const sdp = description.sdp?.replace(/a=candidate:\S+ \d+ udp [^\n]*\n/gi, "") ?? "";
    return real.call(this, { type: description.type, sdp });
  };
}

/** Shares the screen in one of the tiers, for letters unless told otherwise. */
export async function share(page: Page, tier: string, mode: "text" | "motion" = "text") {
  await page.getByRole("button", { name: "Share your screen" }).first().click();
  await page.getByLabel("Quality", { exact: true }).selectOption(tier);
  await page.getByLabel("Best for").selectOption(mode);
  await page.getByRole("button", { name: "Share", exact: true }).click();
}

/** Asks until it is enough. */
export async function until(page: Page, enough: (now: Heard) => boolean, withinMs = 15_000): Promise<Heard> {
  let now: Heard | undefined;
  for (const end = Date.now() + withinMs; Date.now() < end; ) {
    now = await page.evaluate(measure);
    if (enough(now)) return now;
  }
  throw new Error(`Waited in vain: ${JSON.stringify(now)}`);
}

/** Whether a tone is among those heard, as exactly as the analysis can tell. */
export const hears = (now: Heard, hertz: number) => now.tones.some((tone) => Math.abs(tone - hertz) < 12);

/** Runs in the page: the sums of its newest connection. */
export async function measure(): Promise<Heard> {
  const proof = globalThis as unknown as ProofWindow;
  const peer = proof.kept.at(-1);
  const heard: Heard = {
    connected: peer?.connectionState === "connected",
    packets: 0,
    energy: 0,
    frames: 0,
    freezes: 0,
    widths: [],
    heights: [],
    db: -200,
    shared: [],
    sentDb: -200,
    cipher: "",
    way: "",
    tones: [],
    layers: [],
  };
  proof.context ??= new AudioContext();
  for (const { track } of peer?.getReceivers() ?? []) {
    if (track.kind !== "audio" || track.muted || track.readyState === "ended" || proof.ears.has(track))
      continue;
    const ear = new AnalyserNode(proof.context, { fftSize: 8_192, smoothingTimeConstant: 0 });
    proof.context.createMediaStreamSource(new MediaStream([track])).connect(ear);
    proof.ears.set(track, ear);
  }
  await new Promise((later) => setTimeout(later, 250));
  let power = 0;
  for (const ear of proof.ears.values()) {
    const wave = new Float32Array(ear.fftSize);
    ear.getFloatTimeDomainData(wave);
    power += wave.reduce((sum, one) => sum + one * one, 0) / wave.length;
    const bins = new Float32Array(ear.frequencyBinCount);
    ear.getFloatFrequencyData(bins);
    const loudest = bins.indexOf(Math.max(...bins));
    if ((bins[loudest] ?? -200) > -60) heard.tones.push((loudest * proof.context.sampleRate) / ear.fftSize);
  }
  heard.db = 10 * Math.log10(power + 1e-12);
  const sender = peer?.getSenders().find((one) => one.getParameters().encodings.length > 1);
  heard.layers = (sender?.getParameters().encodings ?? []).map((one) => one.active ?? true);
  for (const screen of peer?.getSenders() ?? []) {
    const parameters = screen.getParameters();
    const [only, ...more] = parameters.encodings;
    if (screen.track?.kind !== "video" || !only || more.length) continue;
    const report = [...(await screen.getStats()).values()].find((one) => one.type === "outbound-rtp");
    heard.shared.push({
      hint: screen.track.contentHint,
      height: report?.frameHeight ?? 0,
      fps: report?.framesPerSecond ?? 0,
      scale: only.scaleResolutionDownBy ?? 1,
      maxFramerate: only.maxFramerate ?? 0,
      maxBitrate: only.maxBitrate ?? 0,
      gives: parameters.degradationPreference ?? "",
    });
  }
  const reports = [...((await peer?.getStats())?.values() ?? [])];
  for (const report of reports) {
    if (report.type === "media-source" && report.kind === "audio")
      heard.sentDb = Math.max(heard.sentDb, 20 * Math.log10((report.audioLevel ?? 0) + 1e-10));
    if (report.type === "transport") heard.cipher = report.srtpCipher ?? "";
    if (report.type === "candidate-pair" && report.nominated) {
      if (report.currentRoundTripTime !== undefined) heard.rtt = report.currentRoundTripTime * 1_000;
      heard.way = reports.find((one) => one.id === report.localCandidateId)?.protocol ?? heard.way;
    }
    if (report.type !== "inbound-rtp") continue;
    if (report.kind === "audio") {
      heard.packets += report.packetsReceived ?? 0;
      heard.energy += report.totalAudioEnergy ?? 0;
    } else {
      heard.frames += report.framesDecoded ?? 0;
      heard.freezes += report.freezeCount ?? 0;
      heard.widths.push(report.frameWidth ?? 0);
      heard.heights.push(report.frameHeight ?? 0);
    }
  }
  return heard;
}
