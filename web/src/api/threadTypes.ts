import type { Channel, Emoji, Id, Member, Message } from "./types";

/** Discord's objects of threads, forums and polls. */
export interface ForumTag {
  id: Id;
  name: string;
  moderated: boolean;
  emoji_id: Id | null;
  emoji_name: string | null;
}

export interface ThreadMember {
  id: Id;
  user_id: Id;
  join_timestamp: string;
  flags: number;
  member?: Member;
}

export interface ThreadMetadata {
  archived: boolean;
  locked: boolean;
  archive_timestamp: string;
  auto_archive_duration: number;
  create_timestamp?: string;
  invitable?: boolean;
}

/** What only threads and forums have. */
export interface ThreadTraits {
  thread_metadata?: ThreadMetadata;
  /** One's own membership. */
  member?: ThreadMember;
  message_count?: number;
  member_count?: number;
  applied_tags?: Id[];
  available_tags?: ForumTag[];
  default_sort_order?: number | null;
  /** 2 is a gallery. */
  default_forum_layout?: number;
}

interface ThreadList {
  threads: Channel[];
  members: ThreadMember[];
  has_more?: boolean;
}

export interface FoundThreads extends ThreadList {
  total_results: number;
  first_messages: Message[];
}

export interface PollAnswer {
  answer_id: number;
  poll_media: { text?: string; emoji?: Partial<Emoji> };
}

export interface Poll {
  question: { text?: string };
  answers: PollAnswer[];
  expiry: string | null;
  allow_multiselect: boolean;
  results?: { is_finalized: boolean; answer_counts: { id: number; count: number; me_voted: boolean }[] };
}

/** A line of an embed; the result of a poll is told by such. */
export interface EmbedField {
  name: string;
  value: string;
  inline?: boolean;
}

/** What a forward shows. */
export interface MessageSnapshot {
  message: { content: string; timestamp: string; flags: number };
}
