import { createStore, produce, reconcile } from "solid-js/store";
import { type Channel, ChannelType, type Id, type User } from "~/api/types";
import type { GatewayEvent } from "~/gateway/events";
import { HOME, isPrivate, placed } from "./home";
import { compareIds, isAfter } from "./snowflake";

export type Channels = ReturnType<typeof createChannels>;

/** A category with the channels below it; the first group of a guild may have none. */
export interface ChannelGroup {
  category?: Channel;
  channels: Channel[];
}

/** The channels that one may view. One that may no longer be viewed is deleted here as if it were gone. */
export function createChannels() {
  const [byId, change] = createStore<Record<Id, Channel>>({});
  const inGuild = (guild: Id) => Object.values(byId).filter((channel) => channel.guild_id === guild);

  const meet = (id: Id, edit: (others: User[]) => User[]) => {
    const group = byId[id];
    if (group) change(id, placed({ ...group, name: "", recipients: edit(group.recipients ?? []) }));
  };
  const apply = (event: GatewayEvent) => {
    switch (event.t) {
      case "READY":
        return change(
          reconcile(
            index([
              ...event.d.guilds.flatMap((guild) => within(guild.id, guild.channels)),
              ...(event.d.private_channels ?? []).map(placed),
            ]),
          ),
        );
      case "GUILD_CREATE":
        return change(index(within(event.d.id, event.d.channels)));
      case "GUILD_DELETE": {
        const gone = inGuild(event.d.id).map((channel) => channel.id);
        return event.d.unavailable || change(produce((all) => gone.forEach((id) => void delete all[id])));
      }
      case "CHANNEL_CREATE":
      case "CHANNEL_UPDATE":
        return change(event.d.id, placed(event.d));
      case "CHANNEL_RECIPIENT_ADD":
        return meet(event.d.channel_id, (others) => [...others, event.d.user]);
      case "CHANNEL_RECIPIENT_REMOVE":
        return meet(event.d.channel_id, (others) => others.filter((user) => user.id !== event.d.user.id));
      case "CHANNEL_DELETE":
        return change(produce((all) => void delete all[event.d.id]));
      case "CHANNEL_PINS_UPDATE":
        return (
          byId[event.d.channel_id] &&
          change(event.d.channel_id, "last_pin_timestamp", event.d.last_pin_timestamp)
        );
      case "MESSAGE_CREATE":
        return isAfter(event.d.id, byId[event.d.channel_id]?.last_message_id)
          ? byId[event.d.channel_id] && change(event.d.channel_id, "last_message_id", event.d.id)
          : undefined;
      default:
        return;
    }
  };

  return {
    of: (id: Id | undefined): Channel | undefined => (id ? byId[id] : undefined),
    inGuild,
    /** The open conversations, the one written in last first. */
    conversations: () =>
      inGuild(HOME).sort((a, b) => compareIds(b.last_message_id ?? b.id, a.last_message_id ?? a.id)),
    groups: (guild: Id) => grouped(inGuild(guild)),
    /** The text channels of a guild in the order in which the list shows them. */
    readable: (guild: Id) => grouped(inGuild(guild)).flatMap((group) => group.channels.filter(isText)),
    apply,
  };
}

export const isText = (channel: Channel) =>
  isPrivate(channel) || channel.type === ChannelType.text || channel.type === ChannelType.announcement;

/** Text before voice within a category, each by position. */
export function grouped(channels: Channel[]): ChannelGroup[] {
  const sorted = [...channels].sort(
    (a, b) => Number(isVoice(a)) - Number(isVoice(b)) || a.position - b.position || compareIds(a.id, b.id),
  );
  const categories = sorted.filter(isCategory);
  const known = new Set(categories.map((category) => category.id));
  const below = (id?: Id) =>
    sorted.filter(
      (channel) =>
        !isCategory(channel) && (known.has(channel.parent_id ?? "") ? channel.parent_id : undefined) === id,
    );
  return [
    { channels: below() },
    ...categories.map((category) => ({ category, channels: below(category.id) })),
  ];
}

const isCategory = (channel: Channel) => channel.type === ChannelType.category;
const isVoice = (channel: Channel) => channel.type === ChannelType.voice;
const index = (channels: Channel[]) => Object.fromEntries(channels.map((channel) => [channel.id, channel]));
const within = (guild: Id, channels: Channel[]) =>
  channels.map((channel) => ({ ...channel, guild_id: guild }));
