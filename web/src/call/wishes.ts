import type { Id } from "~/api/types";
import type { CallConnection } from "./connection";
import type { Source, Track } from "./wire";

/** What one wants to see of others. A connection knows it only once they send it, and the next one has to be told again. */
export function makeWishes(call: () => CallConnection | undefined) {
  const watched = new Set<string>();
  const pinned = new Set<string>();
  const keyOf = (user: Id, source: Source) => `${user}/${source}`;
  return {
    /** Somebody sends this now. Faces are looked at without asking; screens are not. */
    offered: (user: Id, tracks: Track[]) => {
      for (const { source } of tracks)
        if (source === "camera" || watched.has(keyOf(user, source))) call()?.watch(user, source);
    },
    /** It comes in. */
    arrived: (user: Id, source: Source) => {
      if (pinned.has(keyOf(user, source))) call()?.pin(user, source, true);
    },
    watch: (user: Id, source: Source) => {
      watched.add(keyOf(user, source));
      call()?.watch(user, source);
    },
    unwatch: (user: Id, source: Source) => {
      if (watched.delete(keyOf(user, source))) call()?.unwatch(user, source);
    },
    pin: (user: Id, source: Source, on: boolean) => {
      if (on) pinned.add(keyOf(user, source));
      else pinned.delete(keyOf(user, source));
      call()?.pin(user, source, on);
    },
  };
}
