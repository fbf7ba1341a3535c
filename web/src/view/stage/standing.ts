import type { VoiceState } from "~/api/types";

/** Where somebody is on a stage: `invited` may speak and has not said yet whether they want to. */
export type Standing = "speaker" | "invited" | "asking" | "audience";

export function standingOf(state: VoiceState): Standing {
  if (state.suppress) return state.request_to_speak_timestamp ? "asking" : "audience";
  return state.request_to_speak_timestamp ? "invited" : "speaker";
}

/** Who asked first comes first; the rest stay in the order in which they came. */
export function byRequest(a: VoiceState, b: VoiceState): number {
  return since(a) - since(b);
}

const since = (state: VoiceState) =>
  state.request_to_speak_timestamp ? Date.parse(state.request_to_speak_timestamp) : Number.MAX_SAFE_INTEGER;
