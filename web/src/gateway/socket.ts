import type { GatewayEvent } from "./events";
import { type Frame, type LineState, makeLine, type Wish } from "./line";

export interface GatewayNeeds {
  url: string;
  /** A token to identify with; undefined when nobody is signed in. Rejects when the server cannot be reached. */
  freshToken: () => Promise<string | undefined>;
  spoilToken: (token: string) => void;
  event: (event: GatewayEvent) => void;
  state: (state: LineState) => void;
}

export type Gateway = ReturnType<typeof makeGateway>;

/** Gives the line (line.ts) a WebSocket, the clock and the browser's hints. */
export function makeGateway(needs: GatewayNeeds) {
  const line = makeLine({ os: navigator.platform || "web", browser: browserName(), device: "web" });
  let socket: WebSocket | undefined;
  let token = "";
  let timer: ReturnType<typeof setTimeout> | undefined;

  const settle = () => {
    for (let wishes = line.poll(); wishes.length; wishes = line.poll())
      for (const wish of wishes) grant(wish);
    needs.state(line.state());
    clearTimeout(timer);
    const wakeAt = line.wakeAtMs();
    if (wakeAt !== undefined) timer = setTimeout(ticked, Math.max(0, wakeAt - Date.now()) + 1);
  };
  const ticked = () => {
    line.tick(Date.now());
    settle();
  };
  const grant = (wish: Wish) => {
    switch (wish.do) {
      case "dial":
        return void dial();
      case "send":
        return socket?.readyState === WebSocket.OPEN && socket.send(JSON.stringify(wish.frame));
      case "hang up":
        return abandon(wish.code);
      case "emit":
        return needs.event(wish.event);
      case "spoil token":
        return needs.spoilToken(token);
    }
  };
  const abandon = (code: number) => {
    const old = socket;
    socket = undefined;
    old?.close(code);
  };
  const lose = (code: number) => {
    socket = undefined;
    line.closed(code, Date.now());
    settle();
  };
  const dial = async () => {
    abandon(1000);
    try {
      token = (await needs.freshToken()) ?? "";
    } catch {
      return lose(1006);
    }
    if (!token) {
      line.stop();
      return settle();
    }
    if (line.state().is !== "dialing" || socket) return;
    connect(new WebSocket(needs.url));
  };
  const connect = (fresh: WebSocket) => {
    socket = fresh;
    const current = () => socket === fresh;
    fresh.onopen = () => {
      if (!current()) return;
      line.opened(token);
      settle();
    };
    fresh.onmessage = (message) => {
      if (!current()) return;
      line.received(JSON.parse(message.data) as Frame, Date.now());
      settle();
    };
    fresh.onclose = (close) => current() && lose(close.code);
  };
  const nudge = () => {
    line.nudge(Date.now());
    settle();
  };
  const seen = () => document.visibilityState === "visible" && nudge();
  addEventListener("online", nudge);
  addEventListener("offline", nudge);
  document.addEventListener("visibilitychange", seen);

  return {
    start: () => {
      line.start(Date.now());
      settle();
    },
    stop: () => {
      line.stop();
      settle();
    },
    nudge,
    say: (op: number, d: unknown) => {
      line.say(op, d);
      settle();
    },
    dispose: () => {
      line.stop();
      settle();
      removeEventListener("online", nudge);
      removeEventListener("offline", nudge);
      document.removeEventListener("visibilitychange", seen);
    },
  };
}

/** The browser's name, as the list of sessions shows it. */
function browserName(): string {
  const brands = ["Edg", "OPR", "Firefox", "Chrome", "Safari"];
  const names: Record<string, string> = { Edg: "Edge", OPR: "Opera" };
  const brand = brands.find((name) => navigator.userAgent.includes(`${name}/`)) ?? "Browser";
  return names[brand] ?? brand;
}
