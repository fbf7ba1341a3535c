import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { connect, createServer, type Socket } from "node:net";

/** A line to the server on which the voice socket can be cut alone, as a network does that goes away for a moment. */
export async function makeCutter(target: number) {
  const voices = new Set<Socket>();
  const all = new Set<Socket>();
  const entrance = createServer((near) => {
    const far = connect(target, "127.0.0.1");
    all.add(near);
    near.once("data", (first) => {
      if (first.includes("GET /voice")) voices.add(near);
      far.write(first);
      near.pipe(far);
    });
    far.pipe(near);
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      one.on("error", () => other.destroy());
      one.on("close", () => {
        other.destroy();
        voices.delete(one);
        all.delete(one);
      });
    }
  }).listen(0, "127.0.0.1");
  await once(entrance, "listening");
  return {
    url: `http://127.0.0.1:${(entrance.address() as AddressInfo).port}`,
    /** How many were cut. */
    cut: () => {
      const count = voices.size;
      for (const one of voices) one.resetAndDestroy();
      return count;
    },
    close: () => {
      for (const one of all) one.destroy();
      entrance.close();
    },
  };
}
