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
