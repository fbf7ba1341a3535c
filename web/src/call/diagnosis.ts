import type { Outcome } from "./trial";

export type Verdict =
  | "well"
  | "slow"
  | "relayed"
  | "oneway"
  | "private"
  | "hairpin"
  | "unreachable"
  | "noRelay"
  | "relayFails"
  | "dead"
  | "down"
  | "insecure"
  | "blocked";

export interface Finding {
  verdict: Verdict;
  grade: "good" | "fair" | "bad";
  told: string[];
  port: number;
}

/** What the outcomes of the three ways mean, the most important first. */
export function diagnose(udp: Outcome, tcp: Outcome, relay: Outcome): Finding[] {
  const finding = (verdict: Verdict, grade: Finding["grade"], told = udp.told): Finding => ({
    verdict,
    grade,
    told,
    port: udp.port,
  });
  const findings: Finding[] = [];
  if (udp.echoed) findings.push(finding("well", "good"));
  else if (tcp.echoed) findings.push(finding("slow", "fair"));
  else if (relay.echoed) findings.push(finding("relayed", "fair"));
  else if (udp.connected || tcp.connected) findings.push(finding("oneway", "bad"));
  else findings.push(finding(unreached(udp), "bad"));

  const direct = udp.echoed || tcp.echoed;
  const dead = udp.told.filter((address) => !udp.answered.includes(address));
  if (udp.echoed && dead.length) findings.push(finding("dead", "fair", dead));
  if (!direct && !relay.relays) findings.push(finding("noRelay", "fair"));
  if (direct && relay.relays && !relay.echoed) findings.push(finding("relayFails", "fair"));
  return findings;
}

function unreached(udp: Outcome): Verdict {
  const shut = udp.told.every(isPrivate);
  if (shut && !udp.seenPrivate) return "private";
  if (!udp.told.some(isPrivate) && udp.seenPrivate) return "hairpin";
  return "unreachable";
}

const PRIVATE =
  /^(10\.|127\.|169\.254\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|100\.(6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.|::1$|fe80:|f[cd])/i;

/** Whether an address means something within one network only. */
export function isPrivate(address: string) {
  return PRIVATE.test(address);
}
