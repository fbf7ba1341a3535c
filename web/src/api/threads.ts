import type { DraftFile } from "./channels";
import type { Request } from "./client";
import type { FoundThreads, ThreadMember } from "./threadTypes";
import type { Channel, Id, Message, User } from "./types";

export interface ThreadDraft {
  name: string;
  /** 11 public, 12 private. */
  type?: number;
  auto_archive_duration?: number;
  invitable?: boolean;
}

export interface PostDraft {
  name: string;
  applied_tags: Id[];
  message: { content: string; attachments?: DraftFile[] };
}

export type ThreadChange = Partial<{
  name: string;
  archived: boolean;
  locked: boolean;
  invitable: boolean;
  auto_archive_duration: number;
  applied_tags: Id[];
  flags: number;
}>;

export interface ThreadQuery {
  name: string;
  /** Ids, parted by commas. */
  tag: string;
  sort_by: "last_message_time" | "creation_time";
  offset: number;
}

export const makeThreadsApi = (request: Request) => ({
  start: (channel: Id, body: ThreadDraft) =>
    request<Channel>("POST", `/channels/${channel}/threads`, { body }),
  startFrom: (channel: Id, message: Id, body: ThreadDraft) =>
    request<Channel>("POST", `/channels/${channel}/messages/${message}/threads`, { body }),
  post: (forum: Id, body: PostDraft) =>
    request<Channel & { message: Message }>("POST", `/channels/${forum}/threads`, { body }),
  one: (thread: Id) => request<Channel>("GET", `/channels/${thread}`),
  change: (thread: Id, body: ThreadChange) => request<Channel>("PATCH", `/channels/${thread}`, { body }),
  remove: (thread: Id) => request<Channel>("DELETE", `/channels/${thread}`),
  /** Archived threads by name and tags, 25 at a time. */
  search: (channel: Id, query: ThreadQuery) =>
    request<FoundThreads>("GET", `/channels/${channel}/threads/search`, {
      query: { archived: true, tag_setting: "match_all", limit: 25, ...query },
    }),
  /** What each of these posts begins with. */
  firsts: async (forum: Id, thread_ids: Id[]) =>
    (
      await request<{ threads: Record<Id, { first_message: Message }> }>(
        "POST",
        `/channels/${forum}/post-data`,
        { body: { thread_ids } },
      )
    ).threads,
  join: (thread: Id) => request<void>("PUT", `/channels/${thread}/thread-members/@me`),
  leave: (thread: Id) => request<void>("DELETE", `/channels/${thread}/thread-members/@me`),
  members: (thread: Id) =>
    request<ThreadMember[]>("GET", `/channels/${thread}/thread-members`, {
      query: { with_member: true, limit: 100 },
    }),
  add: (thread: Id, user: Id) => request<void>("PUT", `/channels/${thread}/thread-members/${user}`),
  expel: (thread: Id, user: Id) => request<void>("DELETE", `/channels/${thread}/thread-members/${user}`),
});

export const makeAnnouncementsApi = (request: Request) => ({
  follow: (source: Id, target: Id) =>
    request<unknown>("POST", `/channels/${source}/followers`, { body: { webhook_channel_id: target } }),
  publish: (channel: Id, message: Id) =>
    request<Message>("POST", `/channels/${channel}/messages/${message}/crosspost`),
  forward: (target: Id, channel_id: Id, message_id: Id) =>
    request<Message>("POST", `/channels/${target}/messages`, {
      body: { message_reference: { type: 1, channel_id, message_id } },
    }),
});

export interface PollDraft {
  question: { text: string };
  answers: { poll_media: { text: string } }[];
  /** Hours. */
  duration: number;
  allow_multiselect: boolean;
}

export const makePollsApi = (request: Request) => ({
  ask: (channel: Id, poll: PollDraft) =>
    request<Message>("POST", `/channels/${channel}/messages`, { body: { poll } }),
  vote: (channel: Id, message: Id, answers: number[]) =>
    request<void>("PUT", `/channels/${channel}/polls/${message}/answers/@me`, {
      body: { answer_ids: answers.map(String) },
    }),
  voters: async (channel: Id, message: Id, answer: number) =>
    (await request<{ users: User[] }>("GET", `/channels/${channel}/polls/${message}/answers/${answer}`))
      .users,
  end: (channel: Id, message: Id) => request<Message>("POST", `/channels/${channel}/polls/${message}/expire`),
});
