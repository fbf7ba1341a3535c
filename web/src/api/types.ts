import type { Component } from "./components";
import type { Embed } from "./embedTypes";
import type { Attachment, Sticker } from "./files";
import type { ScheduledEvent } from "./schedule";
import type { GuildFolder, UserSettings } from "./settingsTypes";
import type { MessageSnapshot, Poll, ThreadTraits } from "./threadTypes";
import type { BoardSound, StageInstance, VoiceState } from "./voice";

export type { Attachment, GuildFolder, UserSettings, VoiceState };

/** Discord's objects, as far as Parley sends them. Ids and permission sets are decimal strings, times ISO 8601. */
export type Id = string;

export interface User {
  id: Id;
  username: string;
  global_name: string | null;
  discriminator: string;
  avatar: string | null;
  bot?: boolean;
  system?: boolean;
  banner?: string | null;
  accent_color?: number | null;
  bio?: string;
  pronouns?: string;
}

export interface OwnUser extends User {
  email?: string | null;
  verified?: boolean;
  mfa_enabled?: boolean;
  locale?: string;
  /** The owner of the node. */
  admin?: boolean;
}

export interface Role {
  id: Id;
  name: string;
  color: number;
  hoist: boolean;
  position: number;
  permissions: string;
  managed: boolean;
  mentionable: boolean;
  /** Hash of a picture beside names. */
  icon?: string | null;
  unicode_emoji?: string | null;
}

export interface Member {
  user: User;
  nick?: string | null;
  avatar?: string | null;
  roles: Id[];
  joined_at: string;
  communication_disabled_until?: string | null;
  /** Has not accepted the rules yet. */
  pending?: boolean;
  /** Discord's flags of members. */
  flags?: number;
  deaf?: boolean;
  mute?: boolean;
}

export interface Overwrite {
  id: Id;
  /** 0 is a role, 1 a member. */
  type: 0 | 1;
  allow: string;
  deny: string;
}

export const ChannelType = {
  text: 0,
  dm: 1,
  voice: 2,
  groupDm: 3,
  category: 4,
  announcement: 5,
  announcementThread: 10,
  publicThread: 11,
  privateThread: 12,
  stage: 13,
  forum: 15,
  media: 16,
} as const;

export interface Channel extends ThreadTraits {
  id: Id;
  type: number;
  guild_id?: Id;
  name: string;
  topic?: string | null;
  position: number;
  parent_id?: Id | null;
  nsfw?: boolean;
  rate_limit_per_user?: number;
  last_message_id?: Id | null;
  last_pin_timestamp?: string | null;
  permission_overwrites?: Overwrite[];
  user_limit?: number;
  /** Of a conversation: the others. */
  recipients?: User[];
  /** Whose the group is, or who started the thread. */
  owner_id?: Id;
  icon?: string | null;
  /** The name that a group was given; `name` is then what the client shows. */
  given_name?: string;
  bitrate?: number;
  /** Of voice: `temporary` goes when the last one leaves, `lobby` makes such a channel for whoever enters. */
  lifespan?: "temporary" | "lobby";
  flags?: number;
}

export interface Guild {
  id: Id;
  name: string;
  icon: string | null;
  description: string | null;
  owner_id: Id;
  roles: Role[];
  emojis: Emoji[];
  stickers?: Sticker[];
  banner?: string | null;
  /** Behind an invitation. */
  splash?: string | null;
  system_channel_id?: Id | null;
  verification_level?: number;
  default_message_notifications?: number;
  vanity_url_code?: string | null;
  features?: string[];
  /** Members are asked what interests them. */
  onboarding_enabled?: boolean;
  widget_enabled?: boolean;
  joined_at?: string;
  large?: boolean;
  member_count?: number;
}

/** What GUILD_CREATE and READY bring: the guild with everything in it. */
export interface FullGuild extends Guild {
  channels: Channel[];
  threads?: Channel[];
  guild_scheduled_events?: ScheduledEvent[];
  members: Member[];
  presences: Presence[];
  voice_states?: VoiceState[];
  stage_instances?: StageInstance[];
  soundboard_sounds?: BoardSound[];
  unavailable?: boolean;
}

export interface Emoji {
  id: Id | null;
  name: string | null;
  animated?: boolean;
}

export interface Reaction {
  emoji: Emoji;
  count: number;
  me: boolean;
}

export interface MessageReference {
  message_id?: Id;
  channel_id?: Id;
  guild_id?: Id;
}

export const MessageType = {
  default: 0,
  added: 1,
  removed: 2,
  renamed: 4,
  redrawn: 5,
  pinned: 6,
  joined: 7,
  follows: 12,
  threadStarted: 18,
  reply: 19,
  threadStarter: 21,
  automod: 24,
  pollResult: 46,
  command: 20,
  menuCommand: 23,
} as const;

export interface Message {
  id: Id;
  channel_id: Id;
  guild_id?: Id;
  author: User;
  member?: Omit<Member, "user">;
  content: string;
  timestamp: string;
  edited_timestamp: string | null;
  type: number;
  tts?: boolean;
  mention_everyone: boolean;
  mentions: User[];
  mention_roles: Id[];
  attachments: Attachment[];
  sticker_items?: Sticker[];
  embeds: Embed[];
  components?: Component[];
  application_id?: Id;
  interaction_metadata?: { id: Id; type: number; name?: string; user: User };
  reactions?: Reaction[];
  pinned: boolean;
  nonce?: string | number;
  flags?: number;
  webhook_id?: Id;
  message_reference?: MessageReference;
  referenced_message?: Message | null;
  /** The thread that was started from it. */
  thread?: Channel;
  poll?: Poll;
  message_snapshots?: MessageSnapshot[];
}

export type Status = "online" | "idle" | "dnd" | "invisible" | "offline";

export interface Activity {
  name: string;
  type: number;
  state?: string | null;
  emoji?: Emoji | null;
}

export interface Presence {
  user: { id: Id };
  guild_id?: Id;
  status: Status;
  activities: Activity[];
  client_status?: Partial<Record<"desktop" | "mobile" | "web", Status>>;
}

export interface Invite {
  code: string;
  guild?: Pick<Guild, "id" | "name" | "icon" | "description">;
  channel: Pick<Channel, "id" | "name" | "type"> | null;
  inviter?: User;
  approximate_member_count?: number;
  approximate_presence_count?: number;
  expires_at: string | null;
  uses?: number;
  max_uses?: number;
  max_age?: number;
  temporary?: boolean;
  created_at?: string;
}

export interface Ban {
  user: User;
  reason: string | null;
}

export interface Instance {
  name: string;
  version: string;
  setup_required: boolean;
  registration: "open" | "invite" | "closed";
  description: string | null;
}

export interface NodeSettings {
  name: string;
  description: string | null;
  registration: Instance["registration"];
}

export interface TokenPair {
  user_id: Id;
  token: string;
  refresh_token: string;
  expires_in: number;
}

export interface UserSession {
  id_hash: string;
  current: boolean;
  created_at: string;
  approx_last_used_time: string;
  client_info: { os?: string; platform?: string; location?: string };
}
