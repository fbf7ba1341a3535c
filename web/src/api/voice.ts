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

export const makeVoiceApi = (request: Request) => ({
  openTrial: () => request<Trial>("POST", "/voice/trials", { body: {} }),
  answerTrial: (id: Id, sdp: string) =>
    request<{ sdp: string | null }>("PUT", `/voice/trials/${id}/answer`, { body: { sdp } }),
  endTrial: (id: Id) => request<void>("DELETE", `/voice/trials/${id}`),
});
