import { createStore, produce, reconcile } from "solid-js/store";
import type { Id, Member, User } from "~/api/types";
import type { GatewayEvent } from "~/gateway/events";

export type Members = ReturnType<typeof createMembers>;

interface Known {
  /** By guild, then by user. */
  members: Record<Id, Record<Id, Member>>;
  /** Everybody met anywhere, for authors who have left. */
  users: Record<Id, User>;
}

/**
 * Who belongs to which guild, and everyone's names. Large guilds are known in part.
 * @param given what the person calls a friend, which holds outside of communities
 */
export function createMembers(given: (user: Id) => string | null | undefined = () => undefined) {
  const [known, change] = createStore<Known>({ members: {}, users: {} });

  const meet = (users: User[]) =>
    change("users", Object.fromEntries(users.map((user) => [user.id, { ...known.users[user.id], ...user }])));
  const join = (guild: Id, members: Member[]) => {
    meet(members.map((member) => member.user));
    change("members", guild, index(members));
  };
  const apply = (event: GatewayEvent) => {
    switch (event.t) {
      case "READY":
        change("members", reconcile({}));
        for (const guild of event.d.guilds) join(guild.id, guild.members);
        return meet([
          event.d.user,
          ...(event.d.private_channels ?? []).flatMap((channel) => channel.recipients ?? []),
          ...(event.d.relationships ?? []).map((one) => one.user),
        ]);
      case "CHANNEL_CREATE":
      case "CHANNEL_UPDATE":
        return event.d.recipients && meet(event.d.recipients);
      case "CHANNEL_RECIPIENT_ADD":
      case "RELATIONSHIP_ADD":
        return meet([event.d.user]);
      case "GUILD_CREATE":
        return join(event.d.id, event.d.members);
      case "GUILD_DELETE":
        return (
          event.d.unavailable ||
          change(
            "members",
            produce((all) => void delete all[event.d.id]),
          )
        );
      case "GUILD_MEMBERS_CHUNK":
        return join(event.d.guild_id, event.d.members);
      case "GUILD_MEMBER_ADD":
      case "GUILD_MEMBER_UPDATE":
        return join(event.d.guild_id, [event.d]);
      case "GUILD_MEMBER_REMOVE":
        return change(
          "members",
          event.d.guild_id,
          produce((all) => void delete all?.[event.d.user.id]),
        );
      case "USER_UPDATE":
        return meet([event.d]);
      case "MESSAGE_CREATE":
        return event.d.webhook_id || meet([event.d.author, ...event.d.mentions]);
      case "TYPING_START":
        return event.d.member && event.d.guild_id ? join(event.d.guild_id, [event.d.member]) : undefined;
      default:
        return;
    }
  };

  const of = (guild: Id | undefined, user: Id | undefined): Member | undefined =>
    guild && user ? known.members[guild]?.[user] : undefined;
  const user = (id: Id): User | undefined => known.users[id];
  return {
    of,
    user,
    inGuild: (guild: Id): Member[] => Object.values(known.members[guild] ?? {}),
    /** The nickname here, else the display name, else the username. */
    name: (guild: Id | undefined, id: Id, fallback?: User) =>
      of(guild, id)?.nick ||
      (!known.members[guild ?? ""] && given(id)) ||
      displayName(user(id) ?? fallback) ||
      id,
    meet,
    apply,
  };
}

export const displayName = (user: User | undefined) => user?.global_name || user?.username;

const index = (members: Member[]) => Object.fromEntries(members.map((member) => [member.user.id, member]));
