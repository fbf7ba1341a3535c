import type { Api } from "~/api/api";
import type { Trial } from "~/api/voice";

export type Way = "udp" | "tcp" | "relay";

/** What came of trying one way. */
export interface Outcome {
  way: Way;
  connected: boolean;
  /** What was sent came back. */
  echoed: boolean;
  rttMs: number | undefined;
  /** The addresses that the server tells for this way, and those of them that answered. */
  told: string[];
  answered: string[];
  port: number;
  seenAs: string;
  seenPrivate: boolean;
  relays: boolean;
}

const WAIT_MS = 8_000;
const LOOK_MS = 150;
const PACKETS = 5;

/**
 * Makes a real connection to the server by one way alone: only its candidates are left in the offers, and the relay is forced where it is
 * the one to be tried. Rejects when the server gives no seat.
 */
export async function tryWay(api: Api, way: Way): Promise<Outcome> {
  const trial = await api.voice.openTrial();
  const candidates = candidatesOf(trial.sdp, way);
  const none = { connected: false, echoed: false, rttMs: undefined, answered: [] };
  const told = [...new Set(candidates.map((one) => one.address))];
  const outcome: Outcome = {
    ...none,
    way,
    told,
    port: candidates[0]?.port ?? 0,
    seenAs: trial.seen_as,
    seenPrivate: trial.seen_private,
    relays: trial.ice_servers.length > 0,
  };
  try {
    if (!candidates.length || (way === "relay" && !outcome.relays)) return outcome;
    return { ...outcome, ...(await connect(api, trial, way)) };
  } finally {
    void api.voice.endTrial(trial.id).catch(() => undefined);
  }
}

async function connect(api: Api, trial: Trial, way: Way) {
  const peer = new RTCPeerConnection({
    bundlePolicy: "max-bundle",
    ...(way === "relay" && { iceServers: trial.ice_servers, iceTransportPolicy: "relay" as const }),
  });
  const tone = makeTone();
  try {
    const answer = async (offer: string) => {
      await peer.setRemoteDescription({ type: "offer", sdp: only(offer, way) });
      const section = peer.getTransceivers()[0];
      if (section) {
        section.direction = "sendonly";
        await section.sender.replaceTrack(tone.track);
      }
      await peer.setLocalDescription(await peer.createAnswer());
      return (await api.voice.answerTrial(trial.id, peer.localDescription?.sdp ?? "")).sdp;
    };
    const next = await answer(trial.sdp);
    if (next) await answer(next);
    return await observe(peer);
  } finally {
    tone.end();
    peer.close();
  }
}

/** Looks until everything works or the time is over. */
async function observe(peer: RTCPeerConnection) {
  const answered = new Set<string>();
  let rttMs: number | undefined;
  let echoed = false;
  for (const end = Date.now() + WAIT_MS; Date.now() < end && peer.connectionState !== "failed"; ) {
    await new Promise((later) => setTimeout(later, LOOK_MS));
    const reports = await peer.getStats();
    for (const report of reports.values()) {
      if (report.type === "inbound-rtp") echoed ||= report.packetsReceived > PACKETS;
      if (report.type !== "candidate-pair" || !report.responsesReceived) continue;
      const address = reports.get(report.remoteCandidateId)?.address;
      if (address) answered.add(address);
      if (report.nominated && report.currentRoundTripTime !== undefined)
        rttMs = report.currentRoundTripTime * 1_000;
    }
    if (echoed && rttMs !== undefined) break;
  }
  return { connected: peer.connectionState === "connected", echoed, rttMs, answered: [...answered] };
}

/** The relay sends by UDP, whatever one reaches it by. */
const transport = (way: Way) => (way === "tcp" ? "tcp" : "udp");

/** `a=candidate:1 1 udp 2130706431 192.0.2.1 10000 typ host` (RFC 8839, 5.1). */
function candidatesOf(sdp: string, way: Way) {
  const first = sdp.split("\r\nm=")[1] ?? "";
  return first
    .split("\r\n")
    .filter((line) => line.startsWith("a=candidate:"))
    .map((line) => line.split(" "))
    .filter((parts) => parts[2] === transport(way))
    .map((parts) => ({ address: parts[4] ?? "", port: Number(parts[5]) }));
}

function only(sdp: string, way: Way) {
  return sdp
    .split("\r\n")
    .filter((line) => !line.startsWith("a=candidate:") || line.split(" ")[2] === transport(way))
    .join("\r\n");
}

/** A quiet tone, so that there is something to come back. */
function makeTone() {
  const context = new AudioContext();
  const oscillator = context.createOscillator();
  const volume = context.createGain();
  volume.gain.value = 0.1;
  const out = context.createMediaStreamDestination();
  oscillator.connect(volume).connect(out);
  oscillator.start();
  void context.resume();
  return { track: out.stream.getAudioTracks()[0] ?? null, end: () => void context.close() };
}
