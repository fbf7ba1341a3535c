import type { Channel, Guild, Id, Member } from "~/api/types";
import { type Channels, isThread } from "./channels";
import type { Guilds } from "./guilds";
import { isPrivate } from "./home";
import type { Members } from "./members";
import { has, inChannel, inGuild, Permission, rankOf } from "./permissions";
import type { ViewAs } from "./viewAs";

/** What everybody may do in a conversation. */
const IN_PRIVATE =
  Permission.addReactions |
  Permission.viewChannel |
  Permission.sendMessages |
  Permission.embedLinks |
  Permission.attachFiles |
  Permission.readHistory |
  Permission.mentionEveryone |
  Permission.stream |
  Permission.connect |
  Permission.speak |
  Permission.useVoiceActivity |
  Permission.pinMessages;

export type Right = keyof typeof Permission;
export type Rights = ReturnType<typeof createRights>;

interface Around {
  me: () => Id | undefined;
  guilds: Guilds;
  channels: Channels;
  members: Members;
  viewAs: ViewAs;
}

/** What the person may do, to show or hide controls by; the server decides anew on every request. */
export function createRights({ me, guilds, channels, members, viewAs }: Around) {
  const self = (guild: Guild): Member | undefined => members.of(guild.id, me());
  return {
    /** In a guild as a whole. */
    may: (right: Right, id: Id | undefined): boolean => {
      const guild = guilds.of(id);
      return (
        Boolean(guild) &&
        has(viewAs.bits(guild?.id ?? "") ?? inGuild(guild as Guild, self(guild as Guild)), Permission[right])
      );
    },
    mayIn: (right: Right, id: Id | undefined): boolean => {
      const found = channels.of(id);
      if (found && isPrivate(found)) return has(IN_PRIVATE, Permission[right]);
      const guild = guilds.of(found?.guild_id);
      const thread = found !== undefined && isThread(found);
      // In a thread the rights of its channel hold, but for writing, which has one of its own.
      const channel: Channel | undefined = thread ? channels.of(found.parent_id ?? undefined) : found;
      const wanted = thread && right === "sendMessages" ? "sendInThreads" : right;
      return (
        Boolean(channel && guild) &&
        has(
          viewAs.bitsIn(guild?.id, channel?.id ?? "") ??
            inChannel(guild as Guild, channel as Channel, self(guild as Guild)),
          Permission[wanted],
        )
      );
    },
    /** Whether one stands above a member, which kicking, banning and renaming need. */
    outranks: (id: Id, user: Id): boolean => {
      const guild = guilds.of(id);
      return (
        Boolean(guild) &&
        rankOf(guild as Guild, self(guild as Guild)) > rankOf(guild as Guild, members.of(id, user))
      );
    },
    /** One's own highest position: roles at or above it may not be touched. */
    rank: (id: Id): number => {
      const guild = guilds.of(id);
      return guild ? rankOf(guild, self(guild)) : -1;
    },
  };
}
