import type { Choice } from "~/api/bots";
import type { ModalForm } from "~/api/components";
import type { Sticker } from "~/api/files";
import type { AuditEntry, OwnReport, Report, Rule } from "~/api/moderation";
import type { GuildAlerts, ReadState, Relationship } from "~/api/peopleTypes";
import type { ScheduledEvent } from "~/api/schedule";
import type { ThreadMember } from "~/api/threadTypes";
import type {
  Channel,
  Emoji,
  FullGuild,
  Guild,
  Id,
  Member,
  Message,
  OwnUser,
  Presence,
  Role,
  User,
  UserSettings,
  VoiceState,
} from "~/api/types";
import type { BoardSound, SoundPlayed, StageInstance } from "~/api/voice";

export interface Ready {
  user: OwnUser;
  session_id: string;
  resume_gateway_url?: string;
  guilds: FullGuild[];
  read_state: { entries: ReadState[] };
  user_settings: UserSettings;
  private_channels?: Channel[];
  relationships?: Relationship[];
  presences?: Presence[];
  notes?: Record<Id, string>;
  user_guild_settings?: { entries: GuildAlerts[] };
}

export interface MembersChunk {
  guild_id: Id;
  members: Member[];
  presences?: Presence[];
  chunk_index: number;
  chunk_count: number;
  nonce?: string;
}

export interface ReactionChange {
  user_id: Id;
  channel_id: Id;
  message_id: Id;
  emoji: Emoji;
}

export interface PollVote {
  user_id: Id;
  channel_id: Id;
  message_id: Id;
  answer_id: number;
}

/** An interaction by its id and by the mark that this client gave it. */
type Answered = { id: Id; nonce?: string };
type InGuild = { guild_id: Id };
type Interest = InGuild & { guild_scheduled_event_id: Id; user_id: Id };
type InChannel = { channel_id: Id; guild_id?: Id };

/** What the gateway dispatches, by its name. */
interface Payloads {
  READY: Ready;
  RESUMED: unknown;
  GUILD_CREATE: FullGuild;
  GUILD_UPDATE: Guild;
  GUILD_DELETE: { id: Id; unavailable?: boolean };
  GUILD_ROLE_CREATE: InGuild & { role: Role };
  GUILD_ROLE_UPDATE: InGuild & { role: Role };
  GUILD_EMOJIS_UPDATE: InGuild & { emojis: Emoji[] };
  GUILD_STICKERS_UPDATE: InGuild & { stickers: Sticker[] };
  GUILD_ROLE_DELETE: InGuild & { role_id: Id };
  GUILD_MEMBER_ADD: Member & InGuild;
  GUILD_MEMBER_UPDATE: Member & InGuild;
  GUILD_MEMBER_REMOVE: InGuild & { user: User };
  GUILD_MEMBERS_CHUNK: MembersChunk;
  GUILD_BAN_ADD: InGuild & { user: User };
  GUILD_BAN_REMOVE: InGuild & { user: User };
  CHANNEL_CREATE: Channel;
  CHANNEL_UPDATE: Channel;
  CHANNEL_DELETE: Channel;
  THREAD_CREATE: Channel;
  THREAD_UPDATE: Channel;
  THREAD_DELETE: { id: Id; guild_id: Id; parent_id: Id | null; type: number };
  THREAD_LIST_SYNC: InGuild & { channel_ids?: Id[]; threads: Channel[] };
  THREAD_MEMBERS_UPDATE: InGuild & {
    id: Id;
    member_count: number;
    added_members?: ThreadMember[];
    removed_member_ids?: Id[];
  };
  GUILD_SCHEDULED_EVENT_CREATE: ScheduledEvent;
  GUILD_SCHEDULED_EVENT_UPDATE: ScheduledEvent;
  GUILD_SCHEDULED_EVENT_DELETE: ScheduledEvent;
  GUILD_SCHEDULED_EVENT_USER_ADD: Interest;
  GUILD_SCHEDULED_EVENT_USER_REMOVE: Interest;
  MESSAGE_POLL_VOTE_ADD: PollVote;
  MESSAGE_POLL_VOTE_REMOVE: PollVote;
  CHANNEL_PINS_UPDATE: InChannel & { last_pin_timestamp: string | null };
  MESSAGE_CREATE: Message;
  MESSAGE_UPDATE: Partial<Message> & { id: Id; channel_id: Id };
  MESSAGE_DELETE: InChannel & { id: Id };
  MESSAGE_DELETE_BULK: InChannel & { ids: Id[] };
  MESSAGE_REACTION_ADD: ReactionChange;
  MESSAGE_REACTION_REMOVE: ReactionChange;
  MESSAGE_REACTION_REMOVE_ALL: InChannel & { message_id: Id };
  MESSAGE_REACTION_REMOVE_EMOJI: InChannel & { message_id: Id; emoji: Emoji };
  MESSAGE_ACK: { channel_id: Id; message_id: Id; mention_count?: number };
  TYPING_START: InChannel & { user_id: Id; timestamp: number; member?: Member };
  PRESENCE_UPDATE: Presence;
  USER_UPDATE: OwnUser;
  USER_SETTINGS_UPDATE: UserSettings;
  RELATIONSHIP_ADD: Relationship;
  RELATIONSHIP_UPDATE: Relationship;
  RELATIONSHIP_REMOVE: { id: Id; type: number };
  USER_NOTE_UPDATE: { id: Id; note: string };
  CHANNEL_RECIPIENT_ADD: { channel_id: Id; user: User };
  CHANNEL_RECIPIENT_REMOVE: { channel_id: Id; user: User };
  USER_GUILD_SETTINGS_UPDATE: GuildAlerts;
  RECENT_MENTION_DELETE: { message_id: Id };
  INTERACTION_SUCCESS: Answered;
  INTERACTION_FAILURE: Answered;
  INTERACTION_MODAL_CREATE: ModalForm;
  APPLICATION_COMMAND_AUTOCOMPLETE_RESPONSE: Answered & { choices: Choice[] };
  GUILD_APPLICATION_COMMAND_INDEX_UPDATE: InGuild;
  VOICE_STATE_UPDATE: VoiceState;
  VOICE_SERVER_UPDATE: { token: string; guild_id: Id | null; channel_id?: Id; endpoint: string };
  GUILD_SOUNDBOARD_SOUND_CREATE: BoardSound & InGuild;
  GUILD_SOUNDBOARD_SOUND_UPDATE: BoardSound & InGuild;
  GUILD_SOUNDBOARD_SOUND_DELETE: InGuild & { sound_id: Id };
  VOICE_CHANNEL_EFFECT_SEND: SoundPlayed;
  STAGE_INSTANCE_CREATE: StageInstance;
  STAGE_INSTANCE_UPDATE: StageInstance;
  STAGE_INSTANCE_DELETE: StageInstance;
  CALL_CREATE: { channel_id: Id; ringing: Id[]; voice_states?: VoiceState[] };
  CALL_UPDATE: { channel_id: Id; ringing: Id[] };
  CALL_DELETE: { channel_id: Id };
  INVITE_CREATE: InChannel & { code: string };
  INVITE_DELETE: InChannel & { code: string };
  GUILD_AUDIT_LOG_ENTRY_CREATE: AuditEntry & InGuild;
  AUTO_MODERATION_RULE_CREATE: Rule & InGuild;
  AUTO_MODERATION_RULE_UPDATE: Rule & InGuild;
  AUTO_MODERATION_RULE_DELETE: Rule & InGuild;
  REPORT_CREATE: Report & InGuild;
  REPORT_UPDATE: Report & InGuild;
  REPORT_ANSWER: OwnReport;
}

export type EventName = keyof Payloads;
export type GatewayEvent = { [Name in EventName]: { t: Name; d: Payloads[Name] } }[EventName];
