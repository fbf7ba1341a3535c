import type { GatewayEvent } from "./events";

/** What the machine wants done; the driver does it and reports back. */
export type Wish =
  | { do: "dial" }
  | { do: "send"; frame: Frame }
  | { do: "hang up"; code: number }
  | { do: "emit"; event: GatewayEvent }
  /** The access token was refused; the next dial needs another one. */
  | { do: "spoil token" };

export interface Frame {
  op: number;
  d: unknown;
  s?: number | null;
  t?: string | null;
}

export type LineState =
  | { is: "off" }
  | { is: "dialing" }
  | { is: "greeting" }
  | { is: "live" }
  | { is: "waiting"; untilMs: number; attempt: number }
  /** The server will not have this client, whatever it does. */
  | { is: "refused"; code: number };

export const Op = {
  dispatch: 0,
  heartbeat: 1,
  identify: 2,
  presence: 3,
  resume: 6,
  reconnect: 7,
  requestMembers: 8,
  invalidSession: 9,
  hello: 10,
  ack: 11,
} as const;

const GREETING_MS = 15_000;
/** How long a connection that is doubted (the network changed, the laptop woke up) has to prove that it lives. */
const PROOF_MS = 5_000;
const BACKOFF_FIRST_MS = 500;
const BACKOFF_MAX_MS = 30_000;
/** Close codes after which the session cannot be resumed, and those after which not even trying helps. */
const FORGET = new Set([4003, 4007, 4009]);
const HOPELESS = new Set([4010, 4011, 4012, 4013, 4014]);
const UNAUTHENTICATED = 4004;

export type Line = ReturnType<typeof makeLine>;

/**
 * The gateway's protocol without its socket or clock: inputs go in with the time, wishes come out of `poll`, and `wakeAtMs` says when
 * `tick` is due. It resumes whenever there is a session to resume, and identifies afresh (a READY) otherwise.
 */
export function makeLine(properties: Record<string, string>, random: () => number = Math.random) {
  let state: LineState = { is: "off" };
  let wishes: Wish[] = [];
  let session: { id: string; seq: number } | undefined;
  let token = "";
  let resuming = false;
  let attempt = 0;
  let refusals = 0;
  let intervalMs = 0;
  let beatAtMs = 0;
  let deadlineMs: number | undefined;
  let unanswered = false;

  const want = (wish: Wish) => void wishes.push(wish);
  const send = (op: number, d: unknown) => want({ do: "send", frame: { op, d } });
  const dial = (now: number) => {
    state = { is: "dialing" };
    deadlineMs = now + GREETING_MS * 2;
    want({ do: "dial" });
  };
  const wait = (now: number) => {
    const ceiling = Math.min(BACKOFF_MAX_MS, BACKOFF_FIRST_MS * 2 ** attempt);
    state = { is: "waiting", untilMs: now + ceiling * (0.5 + random() / 2), attempt: ++attempt };
    deadlineMs = undefined;
  };
  const drop = (now: number) => {
    want({ do: "hang up", code: 4000 });
    wait(now);
  };
  const identify = () => {
    resuming = Boolean(session);
    if (session) send(Op.resume, { token, session_id: session.id, seq: session.seq });
    else send(Op.identify, { token, properties, compress: false });
  };
  const beat = (now: number) => {
    send(Op.heartbeat, session?.seq ?? null);
    unanswered = true;
    beatAtMs = now + intervalMs;
  };
  const greet = (now: number, interval: number) => {
    intervalMs = interval;
    unanswered = false;
    beatAtMs = now + interval * random();
    deadlineMs = now + GREETING_MS;
    identify();
  };
  const invalid = (now: number) => {
    session = undefined;
    if (resuming) identify();
    else drop(now);
  };
  const dispatch = (frame: Frame) => {
    const seq = frame.s ?? 0;
    if (frame.t === "READY") session = { id: (frame.d as { session_id: string }).session_id, seq };
    // RESUMED ends the replay and may carry the number of the last event again.
    else if (!session || (seq <= session.seq && frame.t !== "RESUMED")) return;
    session.seq = Math.max(session.seq, seq);
    if (frame.t === "READY" || frame.t === "RESUMED") {
      state = { is: "live" };
      attempt = 0;
      refusals = 0;
      deadlineMs = undefined;
    }
    want({ do: "emit", event: { t: frame.t, d: frame.d } as GatewayEvent });
  };

  return {
    state: () => state,
    start: (now: number) => {
      if (state.is === "off" || state.is === "refused") dial(now);
    },
    stop: () => {
      if (state.is !== "off") want({ do: "hang up", code: 1000 });
      session = undefined;
      deadlineMs = undefined;
      state = { is: "off" };
    },
    opened: (freshToken: string) => {
      token = freshToken;
      state = { is: "greeting" };
    },
    received: (frame: Frame, now: number) => {
      switch (frame.op) {
        case Op.dispatch:
          return dispatch(frame);
        case Op.hello:
          return greet(now, (frame.d as { heartbeat_interval: number }).heartbeat_interval);
        case Op.ack:
          unanswered = false;
          if (state.is === "live") deadlineMs = undefined;
          return;
        case Op.heartbeat:
          return beat(now);
        case Op.reconnect:
          attempt = 0;
          return drop(now);
        case Op.invalidSession:
          return invalid(now);
        default:
          return;
      }
    },
    closed: (code: number, now: number) => {
      if (state.is === "off" || state.is === "waiting") return;
      if (HOPELESS.has(code)) {
        state = { is: "refused", code };
        deadlineMs = undefined;
        return;
      }
      if (FORGET.has(code)) session = undefined;
      if (code === UNAUTHENTICATED) {
        session = undefined;
        want({ do: "spoil token" });
        if (refusals++ === 0) return dial(now);
      }
      wait(now);
    },
    tick: (now: number) => {
      if (state.is === "waiting" && now >= state.untilMs) return dial(now);
      if (deadlineMs !== undefined && now >= deadlineMs) return drop(now);
      if (state.is !== "live" || now < beatAtMs) return;
      if (unanswered) drop(now);
      else beat(now);
    },
    /** The network or the screen came back: stop waiting, and have a live connection prove itself. */
    nudge: (now: number) => {
      if (state.is === "waiting") dial(now);
      else if (state.is === "live") {
        beat(now);
        deadlineMs ??= now + PROOF_MS;
      }
    },
    /** Anything else a live session may send; while there is none, it is dropped. */
    say: (op: number, d: unknown) => {
      if (state.is === "live") send(op, d);
    },
    wakeAtMs: (): number | undefined => {
      const times = [
        deadlineMs,
        state.is === "waiting" ? state.untilMs : undefined,
        state.is === "live" ? beatAtMs : undefined,
      ];
      const due = times.filter((time) => time !== undefined);
      return due.length ? Math.min(...due) : undefined;
    },
    poll: (): Wish[] => {
      const due = wishes;
      wishes = [];
      return due;
    },
  };
}
