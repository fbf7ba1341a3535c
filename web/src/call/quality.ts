import type { Id } from "~/api/types";
import type { Source } from "./wire";

/** What a picture is at the moment, as the browser counts it and not as it was asked for. */
export interface PictureFacts {
  width: number;
  height: number;
  fps: number;
  /** Bits in a second. */
  rate: number;
}

/** How what somebody sends comes in. */
export interface Reception {
  /** 0 to 1. */
  loss: number;
  jitterMs: number;
  /** Bits in a second. */
  rate: number;
}

/** How the line is doing. */
export interface Quality extends Pick<Reception, "loss"> {
  rttMs: number;
  /** Bits in a second. */
  up: number;
  down: number;
  /** By what the media goes. */
  way: "udp" | "tcp" | "relay" | undefined;
  /** Each picture that is sent or received, by `user/source`. */
  pictures: Record<string, PictureFacts>;
  /** Each person who sends something. */
  people: Record<Id, Reception>;
}

export type Grade = "good" | "fair" | "poor";

/** What people notice: late answers above a quarter of a second, gaps above a few in a hundred packets. */
export const gradeOf = ({ rttMs, loss }: Pick<Quality, "rttMs" | "loss">): Grade =>
  rttMs > 400 || loss > 0.08 ? "poor" : rttMs > 200 || loss > 0.02 ? "fair" : "good";

interface Line {
  peer: Pick<RTCPeerConnection, "getStats">;
  pictureAt: (mid: string) => { user?: Id; source: Source } | undefined;
}

interface Counted {
  packets: number;
  /** Falls when what was thought lost comes after all. */
  lost: number;
  bytes: number;
}

interface Sums {
  at: number;
  sent: number;
  received: number;
  bytes: Record<string, number>;
  /** Each stream that comes in, by the browser's name for it. */
  streams: Map<string, Counted>;
}

/** Loss is told over so many readings: in a shorter time a single late packet looks like a bad line. */
const READINGS = 5;

/** Reads a connection's counters; each call compares with those before. */
export function makeQuality(line: Line, me: Id, clock = () => performance.now()) {
  const history: Sums[] = [];
  return async (): Promise<Quality | undefined> => {
    const now: Sums = { at: clock(), sent: 0, received: 0, bytes: {}, streams: new Map() };
    const pictures: Record<string, PictureFacts> = {};
    const from = new Map<Id, { ids: string[]; jitterMs: number }>();
    let rtt = 0;
    let way: Quality["way"];
    const reports = await line.peer.getStats();
    for (const report of reports.values()) {
      if (report.type === "candidate-pair" && report.nominated) {
        rtt = report.currentRoundTripTime ?? rtt;
        now.sent += report.bytesSent ?? 0;
        now.received += report.bytesReceived ?? 0;
        way = wayOf(reports.get(report.localCandidateId));
      }
      if (!/^(in|out)bound-rtp$/.test(report.type)) continue;
      const known = line.pictureAt(report.mid ?? "");
      if (report.type === "inbound-rtp") {
        const { packetsReceived = 0, packetsLost = 0, bytesReceived = 0, jitter = 0 } = report;
        now.streams.set(report.id, { packets: packetsReceived, lost: packetsLost, bytes: bytesReceived });
        if (known?.user) {
          const all = from.get(known.user) ?? { ids: [], jitterMs: 0 };
          all.ids.push(report.id);
          all.jitterMs = Math.max(all.jitterMs, jitter * 1_000);
          from.set(known.user, all);
        }
      }
      if (known && report.kind === "video")
        count(pictures, now, `${known.user ?? me}/${known.source}`, report);
    }
    const last = history.at(-1);
    history.push(now);
    if (history.length > READINGS + 1) history.shift();
    if (!last) return;
    const seconds = Math.max(0.001, (now.at - last.at) / 1_000);
    for (const [key, picture] of Object.entries(pictures)) {
      const former = last.bytes[key];
      // What has just begun has no rate yet.
      if (former === undefined) delete pictures[key];
      else picture.rate = rate(now.bytes[key], former, seconds);
    }
    const people: Record<Id, Reception> = {};
    for (const [user, { ids, jitterMs }] of from) {
      const bytes = (sums: Sums) => ids.reduce((all, id) => all + (sums.streams.get(id)?.bytes ?? 0), 0);
      people[user] = {
        loss: lossOf(history, ids),
        jitterMs,
        rate: rate(bytes(now), bytes(last), seconds),
      };
    }
    return {
      rttMs: rtt * 1_000,
      loss: lossOf(history, [...now.streams.keys()]),
      up: rate(now.sent, last.sent, seconds),
      down: rate(now.received, last.received, seconds),
      way,
      pictures,
      people,
    };
  };
}

/** Of the packets that these streams should have had since each was first seen. What a stream lost before that is not counted. */
function lossOf(history: readonly Sums[], ids: readonly string[]): number {
  const now = history.at(-1)?.streams;
  let lost = 0;
  let packets = 0;
  for (const id of ids) {
    const first = history.find((one) => one.streams.has(id))?.streams.get(id);
    const last = now?.get(id);
    if (!first || !last) continue;
    lost += last.lost - first.lost;
    packets += last.packets - first.packets;
  }
  return lost > 0 && packets >= 0 ? lost / (lost + packets) : 0;
}

function wayOf(candidate: { candidateType?: string; protocol?: string } | undefined): Quality["way"] {
  if (!candidate) return undefined;
  if (candidate.candidateType === "relay") return "relay";
  return candidate.protocol === "tcp" ? "tcp" : "udp";
}

const rate = (now = 0, before = 0, seconds = 1) => Math.max(0, ((now - before) * 8) / seconds);

/** Layers of one picture are counted together; its size is that of the largest. */
function count(pictures: Record<string, PictureFacts>, sums: Sums, key: string, report: RTCStats) {
  const {
    frameWidth = 0,
    frameHeight = 0,
    framesPerSecond = 0,
    bytesSent,
    bytesReceived,
  } = report as Numbers;
  sums.bytes[key] = (sums.bytes[key] ?? 0) + (bytesSent ?? bytesReceived ?? 0);
  const known = pictures[key];
  if (known && known.width >= frameWidth) return;
  pictures[key] = { width: frameWidth, height: frameHeight, fps: framesPerSecond, rate: 0 };
}

interface Numbers extends RTCStats {
  frameWidth?: number;
  frameHeight?: number;
  framesPerSecond?: number;
  bytesSent?: number;
  bytesReceived?: number;
}
