/** How the line is doing. */
export interface Quality {
  rttMs: number;
  /** Of what others sent, 0 to 1. */
  loss: number;
  /** Bits in a second. */
  up: number;
  down: number;
}

interface Sums {
  at: number;
  sent: number;
  received: number;
  packets: number;
  lost: number;
}

/** Reads a connection's counters; each call compares with the one before. */
export function makeQuality(peer: RTCPeerConnection) {
  let before: Sums | undefined;
  return async (): Promise<Quality | undefined> => {
    const now: Sums = { at: performance.now(), sent: 0, received: 0, packets: 0, lost: 0 };
    let rtt = 0;
    for (const report of (await peer.getStats()).values()) {
      if (report.type === "candidate-pair" && report.nominated) {
        rtt = report.currentRoundTripTime ?? 0;
        now.sent += report.bytesSent ?? 0;
        now.received += report.bytesReceived ?? 0;
      } else if (report.type === "inbound-rtp") {
        now.packets += report.packetsReceived ?? 0;
        now.lost += Math.max(0, report.packetsLost ?? 0);
      }
    }
    const last = before;
    before = now;
    if (!last) return;
    const seconds = Math.max(0.001, (now.at - last.at) / 1_000);
    const lost = Math.max(0, now.lost - last.lost);
    const packets = Math.max(0, now.packets - last.packets);
    return {
      rttMs: rtt * 1_000,
      loss: lost + packets ? lost / (lost + packets) : 0,
      up: Math.max(0, ((now.sent - last.sent) * 8) / seconds),
      down: Math.max(0, ((now.received - last.received) * 8) / seconds),
    };
  };
}
