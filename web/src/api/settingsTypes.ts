import type { Id, Status } from "./types";

export interface CustomStatus {
  text: string | null;
  emoji_name?: string | null;
  expires_at?: string | null;
}

/** Communities that stand together; without an id, one that stands alone. */
export interface GuildFolder {
  id: number | null;
  name: string | null;
  color: number | null;
  guild_ids: Id[];
}

export interface UserSettings {
  theme: "dark" | "light" | "system" | "contrast";
  locale: string;
  message_display_compact: boolean;
  status: Exclude<Status, "offline">;
  custom_status: CustomStatus | null;
  guild_positions: Id[];
  developer_mode: boolean;
  reduced_motion: boolean;
  guild_folders?: GuildFolder[];
  friend_source_flags?: { all: boolean; mutual_friends: boolean; mutual_guilds: boolean };
  default_guilds_restricted?: boolean;
  restricted_guilds?: Id[];
  quiet_hours?: { from: number; to: number } | null;
  keywords?: string[];
}
