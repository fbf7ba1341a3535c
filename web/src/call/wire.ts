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

const HELLO = 8;
const READY = 2;

/** The voice gateway's socket: heartbeats, identification, numbered messages. */
export function openWire(needs: Needs) {
  const socket = new WebSocket(needs.url);
  let heart: ReturnType<typeof setInterval> | undefined;
  let seq = 0;
  let over = false;

  const send = (op: number, d: unknown) => {
    if (socket.readyState === WebSocket.OPEN) socket.send(JSON.stringify({ op, d }));
  };
  const end = (code: number) => {
    if (over) return;
    over = true;
    clearInterval(heart);
    needs.closed(code);
  };
  socket.onmessage = (event) => {
    const message = JSON.parse(String(event.data));
    if (typeof message.seq === "number") seq = message.seq;
    if (message.op === HELLO) {
      heart = setInterval(() => send(3, { t: Date.now(), seq_ack: seq }), message.d.heartbeat_interval);
      const { server, user, session, token } = needs.summons;
      send(0, { server_id: server, user_id: user, session_id: session, token, transport: "webrtc" });
    } else if (message.op === READY) {
      needs.relays(message.d.ice_servers ?? []);
      send(1, { protocol: "webrtc" });
    } else if (!over) needs.said(message as Said);
  };
  socket.onclose = (event) => end(event.code);
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
