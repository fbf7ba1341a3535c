import type { Request } from "./client";
import type { Id } from "./types";

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

export const makeVoiceApi = (request: Request) => ({
  openTrial: () => request<Trial>("POST", "/voice/trials", { body: {} }),
  answerTrial: (id: Id, sdp: string) =>
    request<{ sdp: string | null }>("PUT", `/voice/trials/${id}/answer`, { body: { sdp } }),
  endTrial: (id: Id) => request<void>("DELETE", `/voice/trials/${id}`),
  openStage: (channel_id: Id, topic: string) =>
    request<StageInstance>("POST", "/stage-instances", { body: { channel_id, topic, privacy_level: 2 } }),
  changeStage: (channel: Id, topic: string) =>
    request<StageInstance>("PATCH", `/stage-instances/${channel}`, { body: { topic } }),
  endStage: (channel: Id) => request<void>("DELETE", `/stage-instances/${channel}`),
  /** @param user "@me" or a member, for whom one needs to moderate the stage */
  takePart: (guild: Id, user: Id | "@me", part: StagePart) =>
    request<void>("PATCH", `/guilds/${guild}/voice-states/${user}`, { body: part }),
});
