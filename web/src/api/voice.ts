import type { Request } from "./client";
import type { Id } from "./types";

/** Discord's voice state, as far as the client shows it. */
export interface VoiceState {
  guild_id?: Id;
  channel_id: Id | null;
  user_id: Id;
  session_id: string;
  deaf: boolean;
  mute: boolean;
  self_deaf: boolean;
  self_mute: boolean;
  self_video: boolean;
  self_stream?: boolean;
  suppress: boolean;
  request_to_speak_timestamp: string | null;
}

/** A seat to try the connection with; see docs/protocol/voice.md. */
export interface Trial {
  id: Id;
  sdp: string;
  seen_as: string;
  seen_private: boolean;
  ice_servers: RTCIceServer[];
}

/** What a stage is about, while it is on. */
export interface StageInstance {
  id: Id;
  guild_id: Id;
  channel_id: Id;
  topic: string;
}

/** Whether somebody speaks on a stage, and since when they ask to. */
export interface StagePart {
  suppress?: boolean;
  request_to_speak_timestamp?: string | null;
}

/** A sound of a guild's soundboard, or one that every node has. */
export interface BoardSound {
  sound_id: Id;
  name: string;
  /** 0 to 1. */
  volume: number;
  emoji_id: Id | null;
  emoji_name: string | null;
  guild_id?: Id;
  available: boolean;
}

/** Somebody plays a sound in the voice channel that one is in. */
export interface SoundPlayed {
  guild_id: Id;
  channel_id: Id;
  user_id: Id;
  sound_id?: Id;
  sound_volume?: number;
}

export interface NewSound {
  name: string;
  /** As a data URI. */
  sound: string;
  volume: number;
  emoji_name: string | null;
}

/** A file of a recorded call; without a person it is all voices together. */
export interface RecordedFile {
  id: Id;
  user_id?: Id;
  source: "mix" | "microphone" | "camera" | "screen" | "screen_sound";
  offset_ms: number;
  duration_ms: number;
  size: number;
  content_type: string;
  url: string;
}

export interface RecordedCall {
  id: Id;
  channel_id: Id;
  user_id: Id;
  started_at: string;
  ended_at?: string;
  user_ids: Id[];
  deletable: boolean;
  files: RecordedFile[];
}

export const makeVoiceApi = (request: Request) => ({
  openTrial: () => request<Trial>("POST", "/voice/trials", { body: {} }),
  answerTrial: (id: Id, sdp: string) =>
    request<{ sdp: string | null }>("PUT", `/voice/trials/${id}/answer`, { body: { sdp } }),
  recordings: async (channel: Id) =>
    (await request<{ recordings: RecordedCall[] }>("GET", `/channels/${channel}/recordings`)).recordings,
  record: (channel: Id) => request<void>("POST", `/channels/${channel}/recordings`, { body: {} }),
  stopRecording: (channel: Id) => request<void>("POST", `/channels/${channel}/recordings/stop`, { body: {} }),
  deleteRecording: (channel: Id, id: Id) => request<void>("DELETE", `/channels/${channel}/recordings/${id}`),
  endTrial: (id: Id) => request<void>("DELETE", `/voice/trials/${id}`),
  openStage: (channel_id: Id, topic: string) =>
    request<StageInstance>("POST", "/stage-instances", { body: { channel_id, topic, privacy_level: 2 } }),
  changeStage: (channel: Id, topic: string) =>
    request<StageInstance>("PATCH", `/stage-instances/${channel}`, { body: { topic } }),
  endStage: (channel: Id) => request<void>("DELETE", `/stage-instances/${channel}`),
  standardSounds: () => request<BoardSound[]>("GET", "/soundboard-default-sounds"),
  addSound: (guild: Id, body: NewSound) =>
    request<BoardSound>("POST", `/guilds/${guild}/soundboard-sounds`, { body }),
  changeSound: (guild: Id, sound: Id, body: Partial<Omit<NewSound, "sound">>) =>
    request<BoardSound>("PATCH", `/guilds/${guild}/soundboard-sounds/${sound}`, { body }),
  removeSound: (guild: Id, sound: Id) =>
    request<void>("DELETE", `/guilds/${guild}/soundboard-sounds/${sound}`),
  playSound: (channel: Id, sound: BoardSound) =>
    request<void>("POST", `/channels/${channel}/send-soundboard-sound`, {
      body: { sound_id: sound.sound_id, ...(sound.guild_id && { source_guild_id: sound.guild_id }) },
    }),
  /** @param user "@me" or a member, for whom one needs to moderate the stage */
  takePart: (guild: Id, user: Id | "@me", part: StagePart) =>
    request<void>("PATCH", `/guilds/${guild}/voice-states/${user}`, { body: part }),
});
