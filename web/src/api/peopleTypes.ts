import type { Id, User } from "./types";

export const RelationType = { friend: 1, blocked: 2, incoming: 3, outgoing: 4 } as const;

/** What somebody else is to the person. */
export interface Relationship {
  id: Id;
  type: number;
  nickname: string | null;
  user: User;
  since?: string;
}

export interface Profile {
  user: User;
  user_profile: { bio: string; pronouns: string };
  mutual_guilds?: { id: Id; nick: string | null }[];
  mutual_friends?: User[];
}

export interface Mute {
  selected_time_window?: number | null;
  end_time?: string | null;
}

/** When to be told: 0 everything, 1 mentions, 2 nothing, 3 as above. */
export interface Alert {
  message_notifications: number;
  muted: boolean;
  mute_config: Mute | null;
}

export interface GuildAlerts extends Alert {
  guild_id: Id | null;
  suppress_everyone: boolean;
  suppress_roles: boolean;
  channel_overrides: (Alert & { channel_id: Id })[];
}

export interface ReadState {
  id: Id;
  last_message_id: Id | null;
  mention_count: number;
  last_pin_timestamp?: string | null;
}
