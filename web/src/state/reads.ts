import { createStore, reconcile } from "solid-js/store";
import type { Api } from "~/api/api";
import type { ReadState } from "~/api/peopleTypes";
import type { Id, Message } from "~/api/types";
import type { GatewayEvent } from "~/gateway/events";
import type { Alerts } from "./alerts";
import { type Channels, isThread } from "./channels";
import type { Friends } from "./friends";
import type { Guilds } from "./guilds";
import { HOME, isPrivate } from "./home";
import type { Members } from "./members";
import { isAfter, timeOf } from "./snowflake";

export type Reads = ReturnType<typeof createReads>;

interface Around {
  api: Api;
  me: () => Id | undefined;
  guilds: Guilds;
  channels: Channels;
  members: Members;
  friends: Friends;
  alerts: Alerts;
}

/** How far each channel is read, on all of one's devices. */
export function createReads(around: Around) {
  const [byChannel, change] = createStore<Record<Id, ReadState>>({});
  /** What the server knows: one's own message is read at once here, but the server must be told. */
  const told = new Map<Id, Id>();

  const mark = (channel: Id, message: Id | null, mentions: number) =>
    change(channel, { id: channel, last_message_id: message, mention_count: mentions });
  /** Without an entry, what is older than one's joining counts as read. */
  const last = (channel: Id): Id | null | undefined => byChannel[channel]?.last_message_id;
  const unread = (id: Id) => {
    const channel = around.channels.of(id);
    const newest = channel?.last_message_id;
    // A thread that one is not in asks for no attention.
    if (!newest || (channel && isThread(channel) && !channel.member)) return false;
    if (last(id)) return isAfter(newest, last(id));
    if (channel?.guild_id === HOME) return true;
    const joined = around.guilds.of(channel?.guild_id)?.joined_at;
    return timeOf(newest) > Date.parse(joined ?? new Date().toISOString());
  };
  /** The channels whose badges count: what is muted has none. */
  const heard = (guild: Id) =>
    around.channels
      .inGuild(guild)
      .filter((channel) => !around.alerts.muted(guild, around.channels.line(channel.id)));
  const mentions = (channel: Id) => byChannel[channel]?.mention_count ?? 0;
  const receive = (message: Message) => {
    const me = around.me();
    if (message.author.id === me) mark(message.channel_id, message.id, 0);
    else if (me && !around.friends.blocks(message.author.id) && calls(message, me))
      mark(message.channel_id, last(message.channel_id) ?? null, mentions(message.channel_id) + 1);
  };
  /** In a conversation, each message calls. */
  const calls = (message: Message, me: Id) => {
    const channel = around.channels.of(message.channel_id);
    return (channel && isPrivate(channel)) || concerns(message, me, rolesIn(message));
  };
  const rolesIn = (message: Message) => around.members.of(message.guild_id, around.me())?.roles ?? [];

  return {
    last,
    unread,
    mentions,
    guildUnread: (guild: Id) => heard(guild).some((channel) => unread(channel.id)),
    guildMentions: (guild: Id) => heard(guild).reduce((sum, channel) => sum + mentions(channel.id), 0),
    /** Whether a message addresses the person in front of the screen. */
    concernsMe: (message: Message) => {
      const me = around.me();
      return Boolean(me) && message.author.id !== me && concerns(message, me ?? "", rolesIn(message));
    },
    /** Everything up to this message is read. */
    ack: async (channel: Id, message: Id) => {
      if (!isAfter(message, told.get(channel)) && !mentions(channel)) return;
      told.set(channel, message);
      mark(channel, message, 0);
      await quietly(around.api.messages.ack(channel, message));
    },
    /** Read up to just before this message, counting the mentions from there on. */
    unreadFrom: async (channel: Id, before: Id, mentionCount: number) => {
      told.set(channel, before);
      mark(channel, before, mentionCount);
      await quietly(around.api.messages.ack(channel, before, { mention_count: mentionCount }));
    },
    ackGuild: async (guild: Id) => {
      const behind = around.channels
        .inGuild(guild)
        .filter((channel) => unread(channel.id) || mentions(channel.id));
      const read = behind.flatMap((channel) =>
        channel.last_message_id ? [{ channel_id: channel.id, message_id: channel.last_message_id }] : [],
      );
      for (const { channel_id, message_id } of read) mark(channel_id, message_id, 0);
      if (read.length) await quietly(around.api.messages.ackAll(read));
    },
    apply: (event: GatewayEvent) => {
      switch (event.t) {
        case "READY":
          told.clear();
          for (const { id, last_message_id } of event.d.read_state.entries)
            if (last_message_id) told.set(id, last_message_id);
          return change(
            reconcile(Object.fromEntries(event.d.read_state.entries.map((entry) => [entry.id, entry]))),
          );
        case "MESSAGE_ACK":
          told.set(event.d.channel_id, event.d.message_id);
          return mark(event.d.channel_id, event.d.message_id, event.d.mention_count ?? 0);
        case "MESSAGE_CREATE":
          return receive(event.d);
        default:
          return;
      }
    },
  };
}

/** A mark that did not reach the server is made good by the next one, or by the READY after the break. */
const quietly = (call: Promise<unknown>) => call.catch(() => undefined);

const concerns = (message: Message, me: Id, roles: Id[]) =>
  message.mention_everyone ||
  message.mentions.some((user) => user.id === me) ||
  message.mention_roles.some((role) => roles.includes(role));
