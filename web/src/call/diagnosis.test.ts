import { describe, expect, test } from "vitest";
import { diagnose, isPrivate } from "./diagnosis";
import type { Outcome } from "./trial";

const outcome = (change: Partial<Outcome>): Outcome => ({
  way: "udp",
  connected: false,
  echoed: false,
  rttMs: undefined,
  told: ["203.0.113.7"],
  answered: [],
  port: 10_000,
  seenAs: "198.51.100.2",
  seenPrivate: false,
  relays: false,
  ...change,
});
const works = { connected: true, echoed: true, answered: ["203.0.113.7"] };
const verdicts = (udp: Partial<Outcome>, tcp: Partial<Outcome> = {}, relay: Partial<Outcome> = {}) =>
  diagnose(outcome(udp), outcome(tcp), outcome(relay)).map((one) => one.verdict);

describe("what the ways mean", () => {
  test("all is well when UDP works", () => {
    expect(verdicts(works, works)).toEqual(["well"]);
    expect(verdicts(works, works, { ...works, relays: true })).toEqual(["well"]);
  });

  test("blocked UDP is told, with TCP or the relay in its place", () => {
    expect(verdicts({}, works)).toEqual(["slow"]);
    expect(verdicts({}, {}, { ...works, relays: true })).toEqual(["relayed"]);
  });

  test("a private address told to somebody from elsewhere", () => {
    expect(verdicts({ told: ["192.168.1.4", "172.17.0.1"] })).toEqual(["private", "noRelay"]);
  });

  test("a public address told to somebody in the server's own network", () => {
    expect(verdicts({ seenPrivate: true }, {}, { relays: true })).toEqual(["hairpin"]);
    expect(verdicts({ seenPrivate: true, told: ["203.0.113.7", "10.0.0.2"] })[0]).toBe("unreachable");
  });

  test("a port that nobody reaches", () => {
    expect(verdicts({})).toEqual(["unreachable", "noRelay"]);
  });

  test("a connection from which nothing comes back", () => {
    expect(verdicts({ connected: true })[0]).toBe("oneway");
  });

  test("an address too many, and a relay that is not needed", () => {
    const more = { ...works, told: ["203.0.113.7", "192.0.2.1"] };
    expect(verdicts(more, works, { relays: true })).toEqual(["well", "dead", "relayFails"]);
    expect(diagnose(outcome(more), outcome(works), outcome({}))[1]?.told).toEqual(["192.0.2.1"]);
  });

  test("private addresses", () => {
    for (const address of ["10.1.2.3", "172.31.0.1", "100.64.0.1", "127.0.0.1", "fd00::1", "::1"])
      expect(isPrivate(address), address).toBe(true);
    for (const address of ["172.32.0.1", "100.128.0.1", "8.8.8.8", "2001:db8::1"])
      expect(isPrivate(address), address).toBe(false);
  });
});
