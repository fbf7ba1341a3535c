import { describe, expect, it } from "vitest";
import { type Frame, makeLine, Op, type Wish } from "./line";

const hello = (interval = 30_000): Frame => ({ op: Op.hello, d: { heartbeat_interval: interval } });
const ready = (s = 1): Frame => ({ op: Op.dispatch, t: "READY", s, d: { session_id: "abc" } });
const event = (s: number, t = "MESSAGE_CREATE"): Frame => ({ op: Op.dispatch, t, s, d: { id: String(s) } });

/** A line with the shortest random waits, and what it wished for since the last look. */
function start() {
  const line = makeLine({ os: "test" }, () => 0);
  line.start(0);
  return line;
}

function live() {
  const line = start();
  line.poll();
  line.opened("token");
  line.received(hello(), 0);
  line.received(ready(), 0);
  line.poll();
  return line;
}

const sent = (wishes: Wish[]) => wishes.flatMap((wish) => (wish.do === "send" ? [wish.frame.op] : []));
const emitted = (wishes: Wish[]) => wishes.flatMap((wish) => (wish.do === "emit" ? [wish.event.t] : []));
const did = (wishes: Wish[]) => wishes.map((wish) => wish.do);

describe("a first connection", () => {
  it("dials, identifies after HELLO and is live with READY", () => {
    const line = start();
    expect(did(line.poll())).toEqual(["dial"]);
    line.opened("token");
    line.received(hello(), 0);
    expect(sent(line.poll())).toEqual([Op.identify]);
    line.received(ready(), 10);
    expect(line.state()).toEqual({ is: "live" });
    expect(emitted(line.poll())).toEqual(["READY"]);
  });

  it("gives up on a server that never greets", () => {
    const line = start();
    line.poll();
    line.opened("token");
    line.tick(31_000);
    expect(did(line.poll())).toEqual(["hang up"]);
    expect(line.state().is).toBe("waiting");
  });
});

describe("a lost connection", () => {
  it("resumes with the last sequence number", () => {
    const line = live();
    line.received(event(7), 5);
    line.closed(1006, 10);
    expect(line.state()).toMatchObject({ is: "waiting" });
    line.poll();
    line.tick(10_000);
    expect(did(line.poll())).toEqual(["dial"]);
    line.opened("fresh");
    line.received(hello(), 10_100);
    expect(line.poll()).toContainEqual({
      do: "send",
      frame: { op: Op.resume, d: { token: "fresh", session_id: "abc", seq: 7 } },
    });
    line.received(event(8), 10_200);
    line.received(event(9, "RESUMED"), 10_300);
    expect(emitted(line.poll())).toEqual(["MESSAGE_CREATE", "RESUMED"]);
    expect(line.state()).toEqual({ is: "live" });
  });

  it("is live again with a RESUMED that has no number of its own", () => {
    const line = live();
    line.received(event(4), 0);
    line.closed(1006, 0);
    line.tick(10_000);
    line.opened("token");
    line.received(hello(), 10_000);
    line.received(event(4, "RESUMED"), 10_001);
    expect(line.state()).toEqual({ is: "live" });
    expect(emitted(line.poll())).toEqual(["MESSAGE_CREATE", "RESUMED"]);
  });

  it("never emits an event twice", () => {
    const line = live();
    line.received(event(2), 0);
    line.received(event(2), 0);
    line.received(event(1), 0);
    expect(emitted(line.poll())).toEqual(["MESSAGE_CREATE"]);
  });

  it("waits longer each time, up to half a minute", () => {
    const line = live();
    const waits: number[] = [];
    for (let now = 0, tries = 0; tries < 9; tries++) {
      line.closed(1006, now);
      const state = line.state();
      if (state.is !== "waiting") throw new Error(state.is);
      waits.push(state.untilMs - now);
      now = state.untilMs;
      line.tick(now);
    }
    expect(waits).toEqual([250, 500, 1000, 2000, 4000, 8000, 15_000, 15_000, 15_000]);
  });

  it("tries at once when the network is back", () => {
    const line = live();
    line.closed(1006, 0);
    line.poll();
    line.nudge(1);
    expect(did(line.poll())).toEqual(["dial"]);
  });

  it("identifies afresh after INVALID_SESSION, on the same connection", () => {
    const line = live();
    line.closed(1006, 0);
    line.tick(10_000);
    line.opened("token");
    line.received(hello(), 10_000);
    line.poll();
    line.received({ op: Op.invalidSession, d: false }, 10_001);
    expect(sent(line.poll())).toEqual([Op.identify]);
    line.received(ready(1), 10_002);
    expect(emitted(line.poll())).toEqual(["READY"]);
  });

  it.each([4003, 4007, 4009])("does not resume after close code %i", (code) => {
    const line = live();
    line.closed(code, 0);
    line.tick(10_000);
    line.opened("token");
    line.received(hello(), 10_000);
    expect(sent(line.poll())).toEqual([Op.identify]);
  });

  it("resumes elsewhere when the server drains", () => {
    const line = live();
    line.received({ op: Op.reconnect, d: null }, 0);
    expect(did(line.poll())).toEqual(["hang up"]);
    line.tick(1_000);
    line.opened("token");
    line.received(hello(), 1_000);
    expect(sent(line.poll())).toEqual([Op.resume]);
  });

  it("takes one refused token for an old one, and dials with another", () => {
    const line = live();
    line.closed(4004, 0);
    expect(did(line.poll())).toEqual(["spoil token", "dial"]);
    line.closed(4004, 10);
    expect(line.state().is).toBe("waiting");
  });

  it("does not try again where trying cannot help", () => {
    const line = live();
    line.closed(4012, 0);
    expect(line.state()).toEqual({ is: "refused", code: 4012 });
    expect(line.wakeAtMs()).toBeUndefined();
  });
});

describe("the heartbeat", () => {
  it("carries the last sequence number", () => {
    const line = live();
    line.received(event(5), 0);
    line.poll();
    line.tick(0);
    expect(line.poll()).toContainEqual({ do: "send", frame: { op: Op.heartbeat, d: 5 } });
  });

  it("finds out that the other side is dead", () => {
    const line = live();
    line.tick(0);
    line.poll();
    line.tick(30_000);
    expect(did(line.poll())).toEqual(["hang up"]);
  });

  it("is content when the other side answers", () => {
    const line = live();
    line.tick(0);
    line.received({ op: Op.ack, d: null }, 10);
    line.poll();
    line.tick(30_000);
    expect(sent(line.poll())).toEqual([Op.heartbeat]);
  });

  it("asks for proof within seconds after the laptop woke up", () => {
    const line = live();
    line.nudge(100);
    expect(sent(line.poll())).toEqual([Op.heartbeat]);
    expect(line.wakeAtMs()).toBe(5_100);
    line.tick(5_100);
    expect(did(line.poll())).toEqual(["hang up"]);
  });

  it("is sent on request", () => {
    const line = live();
    line.received({ op: Op.heartbeat, d: null }, 0);
    expect(sent(line.poll())).toEqual([Op.heartbeat]);
  });
});

it("stops for good when the person signs out", () => {
  const line = live();
  line.stop();
  expect(did(line.poll())).toEqual(["hang up"]);
  line.closed(1000, 0);
  line.nudge(1);
  expect(line.poll()).toEqual([]);
  expect(line.wakeAtMs()).toBeUndefined();
});
