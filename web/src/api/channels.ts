import type { Request } from "./client";
import type { ChannelChange } from "./guilds";
import type { Channel, Id, Message, MessageReference, Overwrite, User } from "./types";

export interface Draft {
  content: string;
  nonce: string;
  enforce_nonce: true;
  flags?: number;
  attachments?: DraftFile[];
  sticker_ids?: Id[];
  message_reference?: MessageReference;
  allowed_mentions?: { parse: string[]; replied_user?: boolean };
}

/** A file that was uploaded before its message. */
export interface DraftFile {
  id: string;
  filename: string;
  uploaded_filename: string;
  description?: string;
  is_spoiler?: boolean;
  duration_secs?: number;
  waveform?: string;
}

/** Exactly one of the three at most. */
export interface HistoryWindow {
  before?: Id;
  after?: Id;
  around?: Id;
  limit?: number;
}

export const makeChannelsApi = (request: Request) => ({
  change: (channel: Id, body: ChannelChange) => request<Channel>("PATCH", `/channels/${channel}`, { body }),
  remove: (channel: Id) => request<Channel>("DELETE", `/channels/${channel}`),
  typing: (channel: Id) => request<void>("POST", `/channels/${channel}/typing`),
  overwrite: (channel: Id, { id, ...body }: Overwrite) =>
    request<void>("PUT", `/channels/${channel}/permissions/${id}`, { body }),
  removeOverwrite: (channel: Id, id: Id) => request<void>("DELETE", `/channels/${channel}/permissions/${id}`),
  pins: async (channel: Id) =>
    (await request<{ items: { message: Message }[] }>("GET", `/channels/${channel}/messages/pins`)).items.map(
      (item) => item.message,
    ),
  /** Rings those of a conversation who are not in its call. */
  ring: (channel: Id) => request<void>("POST", `/channels/${channel}/call/ring`, { body: {} }),
  /** Declines a call. */
  stopRinging: (channel: Id) => request<void>("POST", `/channels/${channel}/call/stop-ringing`, { body: {} }),
  pin: (channel: Id, message: Id) => request<void>("PUT", `/channels/${channel}/messages/pins/${message}`),
  unpin: (channel: Id, message: Id) =>
    request<void>("DELETE", `/channels/${channel}/messages/pins/${message}`),
});

const reactionPath = (channel: Id, message: Id, emoji: string) =>
  `/channels/${channel}/messages/${message}/reactions/${encodeURIComponent(emoji)}`;

export const makeMessagesApi = (request: Request) => ({
  /** Newest first, as Discord answers. */
  history: (channel: Id, query: HistoryWindow) =>
    request<Message[]>("GET", `/channels/${channel}/messages`, { query: { ...query } }),
  send: (channel: Id, body: Draft) => request<Message>("POST", `/channels/${channel}/messages`, { body }),
  /** Sets the flags that one may change: whether previews are hidden. */
  flag: (channel: Id, message: Id, flags: number) =>
    request<Message>("PATCH", `/channels/${channel}/messages/${message}`, { body: { flags } }),
  edit: (channel: Id, message: Id, content: string) =>
    request<Message>("PATCH", `/channels/${channel}/messages/${message}`, { body: { content } }),
  /** Files that are not named leave the message. */
  describe: (channel: Id, message: Id, attachments: { id: Id; description?: string }[]) =>
    request<Message>("PATCH", `/channels/${channel}/messages/${message}`, { body: { attachments } }),
  remove: (channel: Id, message: Id) => request<void>("DELETE", `/channels/${channel}/messages/${message}`),
  ack: (channel: Id, message: Id, manual?: { mention_count: number }) =>
    request<{ token: null }>("POST", `/channels/${channel}/messages/${message}/ack`, {
      body: { token: null, ...(manual && { manual: true, ...manual }) },
    }),
  ackAll: (read: { channel_id: Id; message_id: Id }[]) =>
    request<void>("POST", "/read-states/ack-bulk", { body: { read_states: read } }),
  react: (channel: Id, message: Id, emoji: string) =>
    request<void>("PUT", `${reactionPath(channel, message, emoji)}/@me`),
  unreact: (channel: Id, message: Id, emoji: string) =>
    request<void>("DELETE", `${reactionPath(channel, message, emoji)}/@me`),
  reactors: (channel: Id, message: Id, emoji: string) =>
    request<User[]>("GET", reactionPath(channel, message, emoji), { query: { limit: 25 } }),
});
