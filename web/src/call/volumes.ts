import type { Id } from "~/api/types";
import type { Source } from "./wire";

/** What one chose about those whom one hears. */
export interface Levels {
  /** By person, or by `person/screen` for what their screen plays. 1 is as loud as it was sent; up to 2. */
  volumes: Record<string, number>;
  /** Whom one does not want to hear. */
  silenced: Record<Id, boolean>;
}

/** Under which name the volume of something is kept. */
export const volumeKey = (user: Id, source: Source) =>
  source === "screen" || source === "screen_sound" ? `${user}/screen` : user;
