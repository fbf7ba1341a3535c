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

/** How the line is doing. */
export interface Quality {
  rttMs: number;
  /** Of what others sent, 0 to 1. */
  loss: number;
  /** Bits in a second. */
  up: number;
  down: number;
  /** Each picture that is sent or received, by `user/source`. */
  pictures: Record<string, PictureFacts>;
}

export type Grade = "good" | "fair" | "poor";

/** What people notice: late answers above a quarter of a second, gaps above a few in a hundred packets. */
export const gradeOf = ({ rttMs, loss }: Pick<Quality, "rttMs" | "loss">): Grade =>
  rttMs > 400 || loss > 0.08 ? "poor" : rttMs > 200 || loss > 0.02 ? "fair" : "good";

interface Line {
  peer: RTCPeerConnection;
  pictureAt: (mid: string) => { user?: Id; source: Source } | undefined;
}

interface Sums {
  at: number;
  sent: number;
  received: number;
  packets: number;
  lost: number;
  bytes: Record<string, number>;
}

/** Reads a connection's counters; each call compares with the one before. */
export function makeQuality(line: Line, me: Id) {
  let before: Sums | undefined;
  return async (): Promise<Quality | undefined> => {
    const now: Sums = { at: performance.now(), sent: 0, received: 0, packets: 0, lost: 0, bytes: {} };
    const pictures: Record<string, PictureFacts> = {};
    let rtt = 0;
    for (const report of (await line.peer.getStats()).values()) {
      if (report.type === "candidate-pair" && report.nominated) {
        rtt = report.currentRoundTripTime ?? rtt;
        now.sent += report.bytesSent ?? 0;
        now.received += report.bytesReceived ?? 0;
      } else if (report.type === "inbound-rtp") {
        now.packets += report.packetsReceived ?? 0;
        now.lost += Math.max(0, report.packetsLost ?? 0);
      }
      if (report.kind !== "video" || !/^(in|out)bound-rtp$/.test(report.type)) continue;
      const picture = line.pictureAt(report.mid ?? "");
      if (picture) count(pictures, now, `${picture.user ?? me}/${picture.source}`, report);
    }
    const last = before;
    before = now;
    if (!last) return;
    const seconds = Math.max(0.001, (now.at - last.at) / 1_000);
    const lost = Math.max(0, now.lost - last.lost);
    const packets = Math.max(0, now.packets - last.packets);
    for (const [key, picture] of Object.entries(pictures)) {
      const former = last.bytes[key];
      // What has just begun has no rate yet.
      if (former === undefined) delete pictures[key];
      else picture.rate = rate(now.bytes[key], former, seconds);
    }
    return {
      rttMs: rtt * 1_000,
      loss: lost + packets ? lost / (lost + packets) : 0,
      up: rate(now.sent, last.sent, seconds),
      down: rate(now.received, last.received, seconds),
      pictures,
    };
  };
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
