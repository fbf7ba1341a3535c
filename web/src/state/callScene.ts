import { createSignal } from "solid-js";
import { createStore, reconcile } from "solid-js/store";
import type { Id } from "~/api/types";
import type { Suppression } from "~/call/microphone";
import type { Quality } from "~/call/quality";
import type { CallSession } from "~/call/session";
import type { CallRecording, Source, Track } from "~/call/wire";

/** A picture of the call that somebody chose. */
export interface ChosenPicture {
  user: Id;
  source: "camera" | "screen";
}

/** Who does what in the call now: all that its connection tells. */
export function createScene() {
  const [speaking, setSpeaking] = createStore<Record<Id, boolean>>({});
  const [tracks, setTracks] = createStore<Record<Id, Track[]>>({});
  const [streams, setStreams] = createStore<Record<string, MediaStream | undefined>>({});
  const [paused, setPaused] = createStore<Record<string, boolean>>({});
  const [floor, setFloor] = createSignal<Id>();
  const [viewers, setViewers] = createSignal<Id[]>([]);
  const [recording, setRecording] = createSignal<CallRecording>();
  const [quality, setQuality] = createSignal<Quality>();
  const [cleanedBy, setCleanedBy] = createSignal<Suppression>();
  const [floating, setFloating] = createSignal<ChosenPicture>();
  const [pinned, setPinned] = createSignal<ChosenPicture>();
  const hush = () => setSpeaking(reconcile({}));
  return {
    hush,
    /** Keeps a picture large, and sent at its best unless it is one's own, instead of the one before. */
    pin: (next: ChosenPicture | undefined, me: Id | undefined, session: CallSession | undefined) => {
      for (const one of [pinned(), next])
        if (one && one.user !== me) session?.pin(one.user, one.source, one === next);
      setPinned(next);
    },
    /** What one chose to see ends with the call. */
    release: () => {
      setFloating(undefined);
      setPinned(undefined);
    },
    clear: () => {
      hush();
      setTracks(reconcile({}));
      setStreams(reconcile({}));
      setPaused(reconcile({}));
      setFloor(undefined);
      setViewers([]);
      setRecording(undefined);
      setQuality(undefined);
    },
    events: {
      speaking: (id: Id, now: boolean) => setSpeaking(id, now),
      floor: (id: Id) => setFloor(id),
      paused: (id: Id, source: Source, now: boolean) => setPaused(`${id}/${source}`, now),
      tracks: (id: Id, all: Track[]) => setTracks(id, reconcile(all)),
      stream: (id: Id, source: Source, stream: MediaStream | undefined) =>
        setStreams(`${id}/${source}`, stream),
      viewers: (users: Id[]) => setViewers(users),
      cleanedBy: (what: Suppression) => setCleanedBy(what),
      recording: (now: CallRecording) =>
        setRecording(now.state === "asked" || now.state === "running" ? now : undefined),
      quality: (now: Quality | undefined) => setQuality(now),
    },
    seen: {
      quality,
      viewers,
      /** The picture in a window of its own. */
      floating,
      float: (picture: ChosenPicture) => setFloating(picture),
      unfloat: () => setFloating(undefined),
      /** The picture that stays large, also when one has been elsewhere meanwhile. */
      pinned,
      /** What takes the noise out of one's voice; not always what was wished for. */
      cleanedBy,
      /** The recording that is asked for or runs. */
      recording,
      speaking: (user: Id) => Boolean(speaking[user]),
      /** Who has the floor of all who speak. */
      floor,
      /** Whether a picture stands still because one's line does not carry it. */
      paused: (user: Id, source: Source) => Boolean(paused[`${user}/${source}`]),
      tracks: (user: Id): Track[] => tracks[user] ?? [],
      /** What somebody's picture really is, in numbers. */
      picture: (user: Id, source: Source) => quality()?.pictures[`${user}/${source}`],
      stream: (user: Id, source: Source) => streams[`${user}/${source}`],
    },
  };
}
