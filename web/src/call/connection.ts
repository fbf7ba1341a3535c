import type { Id } from "~/api/types";
import { LARGEST, type ScreenTier, shape } from "./layers";
import { openTuning } from "./tuning";
import { type CallRecording, openWire, type Said, type Source, type Summons, type Track } from "./wire";

export interface CallEvents {
  state: (state: "connecting" | "connected" | "lost") => void;
  /** The server ended the call: it is not to be taken up again without being told. */
  ended: (code: number) => void;
  speaking: (user: Id, speaking: boolean, priority: boolean) => void;
  /** Who is to be shown large, because of all who speak they have the floor. */
  floor: (user: Id) => void;
  /** The seat is taken, so that wishes are heard. */
  ready: () => void;
  /** A picture stands still because the line does not carry it. */
  paused: (user: Id, source: Source, paused: boolean) => void;
  tracks: (user: Id, tracks: Track[]) => void;
  /** What another sends has come or gone. */
  media: (user: Id, source: Source, track: MediaStreamTrack | undefined) => void;
  viewers: (users: Id[]) => void;
  recording: (now: CallRecording) => void;
}

/** Of SPEAKING's bits. */
const PRIORITY = 4;

/**
 * One call over one RTCPeerConnection. The server makes every offer; what is to be sent is asked for by PUBLISH and gets its section in the
 * next one. Offers are answered one after the other.
 */
export function openCall(url: string, summons: Summons, events: CallEvents, voiceBits?: number) {
  const peer = new RTCPeerConnection({ bundlePolicy: "max-bundle" });
  const sending = new Map<Source, MediaStreamTrack | null>();
  const sections = new Map<Source, RTCRtpTransceiver>();
  const receiving = new Map<string, { user: Id; source: Source; mid: string }>();
  /** The largest layer of each source that anybody looks at. */
  const wanted = new Map<Source, number>();
  const tuning = openTuning();
  let screen: ScreenTier | undefined;
  let queue: Promise<unknown> = Promise.resolve();
  let seated = false;
  let over = false;

  const wire = openWire({
    url,
    summons,
    relays: (iceServers) => peer.setConfiguration({ ...peer.getConfiguration(), iceServers }),
    said: (message) => hear(message),
    closed: (code) => {
      if (over) return;
      close();
      events.ended(code);
    },
  });

  const hear = (message: Said) => {
    switch (message.op) {
      case 5:
        return events.speaking(
          message.d.user_id,
          message.d.speaking > 0,
          (message.d.speaking & PRIORITY) !== 0,
        );
      case 13:
        return events.tracks(message.d.user_id, []);
      case 100:
        if (!seated) take();
        queue = queue.then(() => (over ? undefined : answer(message.d))).catch(() => over || fail());
        return;
      case 107:
        return events.tracks(message.d.user_id, message.d.tracks);
      case 108:
        return events.viewers(message.d.user_ids);
      case 109:
        wanted.set(message.d.source, message.d.layer);
        return void tune(message.d.source);
      case 112:
        return events.floor(message.d.user_id);
      case 113:
        return events.paused(message.d.user_id, message.d.source, message.d.paused);
      case 120:
        return events.recording(message.d);
    }
  };

  /** What was to be sent before there was a seat is asked for now. */
  const take = () => {
    seated = true;
    for (const [source, track] of sending) if (track) ask(source);
    events.ready();
  };
  const ask = (source: Source) => {
    if (seated && source !== "microphone") wire.send(102, { source });
  };
  const answer = async (offer: Extract<Said, { op: 100 }>["d"]) => {
    await peer.setRemoteDescription({ type: "offer", sdp: offer.sdp });
    const byMid = new Map(peer.getTransceivers().map((one) => [one.mid, one]));
    for (const { mid, source } of offer.outgoing) {
      const section = byMid.get(mid);
      if (!section) continue;
      section.direction = "sendonly";
      sections.set(source, section);
      await section.sender.replaceTrack(sending.get(source) ?? null);
    }
    await peer.setLocalDescription(await peer.createAnswer());
    wire.send(101, { sdp: peer.localDescription?.sdp ?? "" });
    for (const { source } of offer.outgoing) await tune(source);
    if (over) return;
    place(
      offer.incoming.map((one) => ({
        user: one.user_id,
        source: one.source,
        mid: one.mid,
        track: byMid.get(one.mid)?.receiver.track,
      })),
    );
  };

  /** What is encoded, how large and at which rate; unknown before the answer stands. */
  const tune = async (source: Source) => {
    const sender = sections.get(source)?.sender;
    if (!sender) return;
    await tuning(sender, (parameters) => {
      if (source === "microphone" && voiceBits)
        for (const encoding of parameters.encodings) encoding.maxBitrate = voiceBits;
      shape(parameters, source, wanted.get(source) ?? LARGEST, screen);
    });
  };

  const place = (now: { user: Id; source: Source; mid: string; track: MediaStreamTrack | undefined }[]) => {
    const keys = new Set(now.map((one) => `${one.user}/${one.source}`));
    for (const [key, { user, source }] of receiving)
      if (!keys.has(key)) {
        receiving.delete(key);
        events.media(user, source, undefined);
      }
    for (const { user, source, mid, track } of now) {
      const key = `${user}/${source}`;
      if (receiving.has(key) || !track) continue;
      receiving.set(key, { user, source, mid });
      events.media(user, source, track);
    }
  };

  peer.onconnectionstatechange = () => {
    if (over) return;
    if (peer.connectionState === "connected") events.state("connected");
    else if (peer.connectionState === "failed") fail();
    else if (peer.connectionState === "disconnected") events.state("lost");
  };

  const fail = () => {
    close();
    events.ended(0);
  };
  const close = () => {
    over = true;
    wire.close();
    peer.close();
    place([]);
  };

  return {
    close,
    peer,
    /** Which picture of whom a section carries; of oneself without a user. */
    pictureAt: (mid: string): { user?: Id; source: Source } | undefined => {
      for (const [source, section] of sections) if (section.mid === mid) return { source };
      for (const one of receiving.values()) if (one.mid === mid) return one;
      return undefined;
    },
    /** How the screen is encoded from now on. */
    shapeScreen: (tier: ScreenTier) => {
      screen = tier;
      return tune("screen");
    },
    /** Sends a track, or nothing any more. */
    send: async (source: Source, track: MediaStreamTrack | null) => {
      const before = sending.get(source);
      sending.set(source, track);
      const section = sections.get(source);
      if (section && !over) await section.sender.replaceTrack(track);
      if (track && !before) ask(source);
      if (!track && before && source !== "microphone") {
        sections.delete(source);
        wanted.delete(source);
        if (seated) wire.send(103, { source });
      }
    },
    watch: (user: Id, source: Source) => wire.send(104, { user_id: user, source }),
    unwatch: (user: Id, source: Source) => wire.send(105, { user_id: user, source }),
    prefer: (user: Id, source: Source, layer: number) => wire.send(106, { user_id: user, source, layer }),
    pin: (user: Id, source: Source, pinned: boolean) => wire.send(106, { user_id: user, source, pinned }),
    /** At most so many cameras beside pinned ones; undefined for all. */
    cameras: (most: number | undefined) => wire.send(111, { most }),
    /** Agrees with being recorded, or does not. */
    consent: (agree: boolean) => wire.send(121, { agree }),
    /** Speaks with priority as long as this is on. */
    prioritise: (on: boolean) => wire.send(5, { speaking: on ? 1 | PRIORITY : 1, delay: 0, ssrc: 0 }),
  };
}

export type CallConnection = ReturnType<typeof openCall>;
