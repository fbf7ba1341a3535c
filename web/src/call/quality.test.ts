import { expect, test } from "vitest";
import { gradeOf, makeQuality } from "./quality";

interface Stream {
  id: string;
  mid: string;
  packets: number;
  lost: number;
}

/** A line whose browser counts what the test says; each reading is two seconds after the one before. */
function open() {
  let streams: Stream[] = [];
  let at = 0;
  const read = makeQuality(
    {
      peer: {
        getStats: async () =>
          new Map(
            streams.map((one) => [
              one.id,
              {
                type: "inbound-rtp",
                kind: "audio",
                id: one.id,
                mid: one.mid,
                packetsReceived: one.packets,
                packetsLost: one.lost,
                bytesReceived: one.packets * 100,
                jitter: 0.004,
              },
            ]),
          ) as unknown as RTCStatsReport,
      },
      pictureAt: (mid) => ({ user: `user of ${mid}`, source: "microphone" }),
    },
    "me",
    () => at,
  );
  return async (...now: [id: string, packets: number, lost: number][]) => {
    streams = now.map(([id, packets, lost]) => ({ id, mid: id, packets, lost }));
    at += 2_000;
    return read();
  };
}

test("a line without losses has none", async () => {
  const read = open();
  expect(await read(["a", 0, 0])).toBeUndefined();
  const now = await read(["a", 100, 0]);
  expect(now?.loss).toBe(0);
  expect(now?.people["user of a"]).toEqual({ loss: 0, jitterMs: 4, rate: 40_000 });
});

test("what is lost is told as a part of all, and of each person", async () => {
  const read = open();
  await read(["a", 0, 0], ["b", 0, 0]);
  const now = await read(["a", 90, 10], ["b", 100, 0]);
  expect(now?.loss).toBeCloseTo(0.05);
  expect(now?.people["user of a"]?.loss).toBeCloseTo(0.1);
  expect(now?.people["user of b"]?.loss).toBe(0);
});

test("a packet that was late and not lost is not held against the line", async () => {
  const read = open();
  await read(["a", 0, 0]);
  expect((await read(["a", 98, 2]))?.loss).toBeCloseTo(0.02);
  expect((await read(["a", 200, 0]))?.loss).toBe(0);
});

test("neither what a stream lost before it was seen counts, nor one that ended", async () => {
  const read = open();
  await read(["a", 1_000, 0]);
  expect((await read(["a", 1_100, 0], ["b", 10, 40]))?.loss).toBe(0);
  expect((await read(["b", 110, 40]))?.loss).toBe(0);
  expect((await read(["a", 5, 0], ["b", 210, 40]))?.loss).toBe(0);
});

test("an old loss is forgotten", async () => {
  const read = open();
  await read(["a", 0, 0]);
  await read(["a", 50, 50]);
  for (let at = 1; at < 6; at++) await read(["a", 50 + at * 100, 50]);
  expect((await read(["a", 700, 50]))?.loss).toBe(0);
});

test("grades are what people notice", () => {
  expect(gradeOf({ rttMs: 40, loss: 0.01 })).toBe("good");
  expect(gradeOf({ rttMs: 250, loss: 0 })).toBe("fair");
  expect(gradeOf({ rttMs: 20, loss: 0.1 })).toBe("poor");
});
