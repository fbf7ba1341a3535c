import { describe, expect, test } from "vitest";
import type { VoiceState } from "~/api/types";
import { createVoice } from "./voice";

const state = (user: string, channel: string | null): VoiceState => ({
  guild_id: "1",
  channel_id: channel,
  user_id: user,
  session_id: "s",
  deaf: false,
  mute: false,
  self_deaf: false,
  self_mute: false,
  self_video: false,
  suppress: false,
  request_to_speak_timestamp: null,
});

describe("voice states", () => {
  test("somebody comes, moves and leaves", () => {
    const voice = createVoice();
    voice.apply({ t: "VOICE_STATE_UPDATE", d: state("7", "5") });
    expect(voice.in("5").map((one) => one.user_id)).toEqual(["7"]);
    voice.apply({ t: "VOICE_STATE_UPDATE", d: state("7", "6") });
    expect(voice.in("5")).toEqual([]);
    expect(voice.in("6")).toHaveLength(1);
    voice.apply({ t: "VOICE_STATE_UPDATE", d: state("7", null) });
    expect(voice.in("6")).toEqual([]);
  });

  test("a channel or a member that is gone takes the states with it", () => {
    const voice = createVoice();
    voice.apply({ t: "VOICE_STATE_UPDATE", d: state("7", "5") });
    voice.apply({ t: "VOICE_STATE_UPDATE", d: state("8", "6") });
    voice.apply({ t: "GUILD_DELETE", d: { id: "2" } });
    expect(voice.in("5")).toHaveLength(1);
    voice.apply({ t: "GUILD_DELETE", d: { id: "1" } });
    expect([...voice.in("5"), ...voice.in("6")]).toEqual([]);
  });

  test("in a call of two the conversation is the guild", () => {
    const voice = createVoice();
    const { guild_id: _, ...called } = state("7", "9");
    voice.apply({ t: "CALL_CREATE", d: { channel_id: "9", ringing: [], voice_states: [called] } });
    expect(voice.of("9", "7")?.channel_id).toBe("9");
    voice.apply({ t: "VOICE_STATE_UPDATE", d: { ...called, channel_id: null } });
    expect(voice.in("9")).toEqual([]);
  });
});
