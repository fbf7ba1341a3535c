import { ChannelType } from "~/api/types";

/** Discord's bits by Discord's names: every permission that a role or an overwrite can carry here. */
export const BIT = {
  CREATE_INSTANT_INVITE: 1n << 0n,
  KICK_MEMBERS: 1n << 1n,
  BAN_MEMBERS: 1n << 2n,
  ADMINISTRATOR: 1n << 3n,
  MANAGE_CHANNELS: 1n << 4n,
  MANAGE_GUILD: 1n << 5n,
  ADD_REACTIONS: 1n << 6n,
  VIEW_AUDIT_LOG: 1n << 7n,
  PRIORITY_SPEAKER: 1n << 8n,
  STREAM: 1n << 9n,
  VIEW_CHANNEL: 1n << 10n,
  SEND_MESSAGES: 1n << 11n,
  SEND_TTS_MESSAGES: 1n << 12n,
  MANAGE_MESSAGES: 1n << 13n,
  EMBED_LINKS: 1n << 14n,
  ATTACH_FILES: 1n << 15n,
  READ_MESSAGE_HISTORY: 1n << 16n,
  MENTION_EVERYONE: 1n << 17n,
  USE_EXTERNAL_EMOJIS: 1n << 18n,
  CONNECT: 1n << 20n,
  SPEAK: 1n << 21n,
  MUTE_MEMBERS: 1n << 22n,
  DEAFEN_MEMBERS: 1n << 23n,
  MOVE_MEMBERS: 1n << 24n,
  USE_VAD: 1n << 25n,
  CHANGE_NICKNAME: 1n << 26n,
  MANAGE_NICKNAMES: 1n << 27n,
  MANAGE_ROLES: 1n << 28n,
  MANAGE_WEBHOOKS: 1n << 29n,
  MANAGE_GUILD_EXPRESSIONS: 1n << 30n,
  USE_APPLICATION_COMMANDS: 1n << 31n,
  REQUEST_TO_SPEAK: 1n << 32n,
  MANAGE_THREADS: 1n << 34n,
  CREATE_PUBLIC_THREADS: 1n << 35n,
  CREATE_PRIVATE_THREADS: 1n << 36n,
  USE_EXTERNAL_STICKERS: 1n << 37n,
  SEND_MESSAGES_IN_THREADS: 1n << 38n,
  MODERATE_MEMBERS: 1n << 40n,
  USE_SOUNDBOARD: 1n << 42n,
  CREATE_GUILD_EXPRESSIONS: 1n << 43n,
  USE_EXTERNAL_SOUNDS: 1n << 45n,
  SEND_VOICE_MESSAGES: 1n << 46n,
  SET_VOICE_CHANNEL_STATUS: 1n << 48n,
  SEND_POLLS: 1n << 49n,
  PIN_MESSAGES: 1n << 51n,
  BYPASS_SLOWMODE: 1n << 52n,
} as const;

export type PermissionName = keyof typeof BIT;

export interface PermissionGroup {
  title: "groupGeneral" | "groupMembership" | "groupText" | "groupVoice" | "groupAdvanced";
  names: readonly PermissionName[];
}

const TEXT = [
  "SEND_MESSAGES",
  "SEND_MESSAGES_IN_THREADS",
  "CREATE_PUBLIC_THREADS",
  "CREATE_PRIVATE_THREADS",
  "EMBED_LINKS",
  "ATTACH_FILES",
  "ADD_REACTIONS",
  "USE_EXTERNAL_EMOJIS",
  "USE_EXTERNAL_STICKERS",
  "MENTION_EVERYONE",
  "MANAGE_MESSAGES",
  "PIN_MESSAGES",
  "BYPASS_SLOWMODE",
  "MANAGE_THREADS",
  "READ_MESSAGE_HISTORY",
  "SEND_TTS_MESSAGES",
  "SEND_VOICE_MESSAGES",
  "SEND_POLLS",
  "USE_APPLICATION_COMMANDS",
] as const;

const VOICE = [
  "CONNECT",
  "SPEAK",
  "STREAM",
  "USE_VAD",
  "USE_SOUNDBOARD",
  "USE_EXTERNAL_SOUNDS",
  "PRIORITY_SPEAKER",
  "REQUEST_TO_SPEAK",
  "SET_VOICE_CHANNEL_STATUS",
  "MUTE_MEMBERS",
  "DEAFEN_MEMBERS",
  "MOVE_MEMBERS",
] as const;

/** What a role can carry, in the order of the editor. */
export const ROLE_GROUPS: readonly PermissionGroup[] = [
  {
    title: "groupGeneral",
    names: [
      "VIEW_CHANNEL",
      "MANAGE_CHANNELS",
      "MANAGE_ROLES",
      "CREATE_GUILD_EXPRESSIONS",
      "MANAGE_GUILD_EXPRESSIONS",
      "VIEW_AUDIT_LOG",
      "MANAGE_WEBHOOKS",
      "MANAGE_GUILD",
    ],
  },
  {
    title: "groupMembership",
    names: [
      "CREATE_INSTANT_INVITE",
      "CHANGE_NICKNAME",
      "MANAGE_NICKNAMES",
      "KICK_MEMBERS",
      "BAN_MEMBERS",
      "MODERATE_MEMBERS",
    ],
  },
  { title: "groupText", names: TEXT },
  { title: "groupVoice", names: VOICE },
  { title: "groupAdvanced", names: ["ADMINISTRATOR"] },
];

const CHANNEL_GENERAL: PermissionGroup = {
  title: "groupGeneral",
  names: ["VIEW_CHANNEL", "MANAGE_CHANNELS", "MANAGE_ROLES", "MANAGE_WEBHOOKS"],
};
const CHANNEL_MEMBERSHIP: PermissionGroup = { title: "groupMembership", names: ["CREATE_INSTANT_INVITE"] };

/** What an overwrite of a channel of this kind can carry; a category's holds for both kinds below it. */
export function channelGroups(type: number): readonly PermissionGroup[] {
  const general = [CHANNEL_GENERAL, CHANNEL_MEMBERSHIP];
  const text: PermissionGroup = { title: "groupText", names: TEXT };
  const voice: PermissionGroup = { title: "groupVoice", names: VOICE };
  if (type === ChannelType.category || type === ChannelType.voice || type === ChannelType.stage)
    return [...general, text, voice];
  return [...general, text];
}
