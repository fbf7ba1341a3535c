import type { Channel, Guild, Member, Message, Role, User } from "~/api/types";

/** Objects for tests, complete and dull; each test names what matters to it. */
export const aUser = (id: string, more: Partial<User> = {}): User => ({
  id,
  username: `user${id}`,
  global_name: null,
  discriminator: "0",
  avatar: null,
  ...more,
});

export const aMessage = (id: string, more: Partial<Message> = {}): Message => ({
  id,
  channel_id: "10",
  author: aUser("1"),
  content: `message ${id}`,
  timestamp: "2026-01-01T00:00:00.000Z",
  edited_timestamp: null,
  type: 0,
  mention_everyone: false,
  mentions: [],
  mention_roles: [],
  attachments: [],
  embeds: [],
  pinned: false,
  ...more,
});

export const aRole = (id: string, permissions: bigint, more: Partial<Role> = {}): Role => ({
  id,
  name: `role${id}`,
  color: 0,
  hoist: false,
  position: 1,
  permissions: String(permissions),
  managed: false,
  mentionable: false,
  ...more,
});

export const aGuild = (roles: Role[], more: Partial<Guild> = {}): Guild => ({
  id: "100",
  name: "Guild",
  icon: null,
  description: null,
  owner_id: "9",
  roles,
  emojis: [],
  ...more,
});

export const aMember = (user: string, roles: string[] = [], more: Partial<Member> = {}): Member => ({
  user: aUser(user),
  roles,
  joined_at: "2026-01-01T00:00:00.000Z",
  ...more,
});

export const aChannel = (more: Partial<Channel> = {}): Channel => ({
  id: "10",
  type: 0,
  guild_id: "100",
  name: "general",
  position: 0,
  ...more,
});
