import { expect, test } from "vitest";
import type { VoiceState } from "~/api/types";
import { differences } from "./announcements";

const state = (user_id: string, more: Partial<VoiceState> = {}): VoiceState => ({
  channel_id: "c",
  user_id,
  session_id: "s",
  deaf: false,
  mute: false,
  self_deaf: false,
  self_mute: false,
  self_video: false,
  self_stream: false,
  suppress: false,
  request_to_speak_timestamp: null,
  ...more,
});
const inside = (...states: VoiceState[]) => new Map(states.map((one) => [one.user_id, one]));

test("who comes and goes is told of", () => {
  expect(differences(inside(state("a")), inside(state("b")), "me")).toEqual([
    { user: "a", what: "left" },
    { user: "b", what: "joined" },
  ]);
});

test("who mutes or shares is told of", () => {
  const after = inside(state("a", { self_mute: true, self_stream: true }));
  expect(differences(inside(state("a")), after, "me").map((one) => one.what)).toEqual(["muted", "shares"]);
  expect(differences(after, inside(state("a")), "me").map((one) => one.what)).toEqual([
    "unmuted",
    "shares no more",
  ]);
});

test("of oneself only what others did is told", () => {
  expect(differences(inside(), inside(state("me")), "me")).toEqual([]);
  expect(differences(inside(state("me")), inside(state("me", { self_mute: true })), "me")).toEqual([]);
  expect(differences(inside(state("me")), inside(state("me", { mute: true })), "me")).toEqual([
    { user: "me", what: "muted" },
  ]);
});
