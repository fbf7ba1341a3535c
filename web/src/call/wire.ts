import type { Id } from "~/api/types";

export type Source = "microphone" | "camera" | "screen" | "screen_sound";

export interface Incoming {
  mid: string;
  user_id: Id;
  source: Source;
}

export interface Outgoing {
  mid: string;
  source: Source;
}

export interface Track {
  source: Source;
  layers: number;
}

/** How a client comes to the voice gateway: by what the main gateway told it. */
export interface Summons {
  server: Id;
  user: Id;
  session: string;
  token: string;
}

/** Where the recording of a call stands. */
export interface CallRecording {
  state: "asked" | "running" | "called_off" | "ended";
  id: Id;
  /** Who asked for it. */
  user_id: Id;
  /** When it began, in milliseconds; 0 as long as it is only asked for. */
  since: number;
  /** Who has yet to agree. */
  waiting: Id[];
}

/** What the server says, by its opcode; see docs/protocol/voice.md. */
export type Said =
  | { op: 5; d: { user_id: Id; speaking: number } }
  | { op: 11; d: { user_ids: Id[] } }
  | { op: 13; d: { user_id: Id } }
  | { op: 100; d: { sdp: string; incoming: Incoming[]; outgoing: Outgoing[] } }
  | { op: 107; d: { user_id: Id; tracks: Track[] } }
  | { op: 108; d: { source: Source; user_ids: Id[] } }
  | { op: 109; d: { source: Source; layer: number } }
  | { op: 112; d: { user_id: Id } }
  | { op: 113; d: { user_id: Id; source: Source; paused: boolean } }
  | { op: 120; d: CallRecording };

interface Needs {
  url: string;
  summons: Summons;
  /** The relays through which the media may go, before the first offer. */
  relays: (servers: RTCIceServer[]) => void;
  said: (message: Said) => void;
  /** The connection ended, with the code of the server if it gave one. */
  closed: (code: number) => void;
}

const HEARTBEAT_ACK = 6;
const HELLO = 8;
const RESUMED = 9;
const READY = 2;
const ANSWER = 101;
const QUALITY = 110;

/** The code of a socket that broke without a word. */
const BROKEN = 1006;
/** How long one tries to go on; the server keeps the place a little longer. */
const PATIENCE_MS = 10_000;
const AGAIN_MS = 300;

/**
 * The voice gateway's socket: heartbeats, identification, numbered messages. When it breaks, the next one goes on where it ended, and the
 * media does not notice.
 */
export function openWire(needs: Needs) {
  const { server, user, session, token } = needs.summons;
  const place = { server_id: server, user_id: user, session_id: session, token };
  let socket: WebSocket;
  let heart: ReturnType<typeof setInterval> | undefined;
  let seq = 0;
  let seated = false;
  let open = false;
  let over = false;
  let brokenAt: number | undefined;
  /** What may not have arrived: all since the server last answered. */
  let unsure: string[] = [];

  const raw = (op: number, d: unknown) => {
    if (socket.readyState === WebSocket.OPEN) socket.send(JSON.stringify({ op, d }));
  };
  const send = (op: number, d: unknown) => {
    // The server repeats an offer that was not answered.
    if (op !== ANSWER && op !== QUALITY) unsure.push(JSON.stringify({ op, d }));
    if (open) raw(op, d);
  };
  const end = (code: number) => {
    if (over) return;
    over = true;
    clearInterval(heart);
    needs.closed(code);
  };
  const hello = (interval: number) => {
    clearInterval(heart);
    let sent = 0;
    heart = setInterval(() => {
      sent = unsure.length;
      raw(3, { t: Date.now(), seq_ack: seq });
    }, interval);
    arrived = () => {
      unsure = unsure.slice(sent);
      sent = 0;
    };
    if (seated) raw(7, { ...place, seq_ack: seq });
    else raw(0, { ...place, transport: "webrtc" });
  };
  let arrived = () => {};
  const resumed = () => {
    open = true;
    brokenAt = undefined;
    for (const one of unsure) socket.send(one);
  };
  const closed = (code: number) => {
    clearInterval(heart);
    open = false;
    if (over) return;
    brokenAt ??= Date.now();
    if (code !== BROKEN || !seated || Date.now() - brokenAt > PATIENCE_MS) return end(code);
    setTimeout(() => over || connect(), AGAIN_MS);
  };
  const connect = () => {
    socket = new WebSocket(needs.url);
    const mine = socket;
    socket.onmessage = (event) => {
      const message = JSON.parse(String(event.data));
      if (typeof message.seq === "number") seq = message.seq;
      if (over) return;
      if (message.op === HELLO) hello(message.d.heartbeat_interval);
      else if (message.op === HEARTBEAT_ACK) arrived();
      else if (message.op === RESUMED) resumed();
      else if (message.op === READY) {
        needs.relays(message.d.ice_servers ?? []);
        seated = true;
        open = true;
        raw(1, { protocol: "webrtc" });
      } else needs.said(message as Said);
    };
    socket.onclose = (event) => mine === socket && closed(event.code);
  };
  connect();
  return {
    send,
    close: () => {
      over = true;
      clearInterval(heart);
      socket.close(1000);
    },
  };
}

export type Wire = ReturnType<typeof openWire>;
