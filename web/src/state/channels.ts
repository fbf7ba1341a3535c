import { createStore, produce, reconcile } from "solid-js/store";
import { type Channel, ChannelType, type FullGuild, type Id, MessageType, type User } from "~/api/types";
import type { GatewayEvent } from "~/gateway/events";
import { HOME, isPrivate, placed } from "./home";
import { compareIds, isAfter } from "./snowflake";

export type Channels = ReturnType<typeof createChannels>;

/** A category with the channels below it; the first group of a guild may have none. */
export interface ChannelGroup {
  category?: Channel;
  channels: Channel[];
}

/** The channels and active threads that one may view. One that may no longer be viewed is deleted here as if it were gone. */
/** @param hides leaves a channel out of the lists, not out of what is known */
export function createChannels(me: () => Id | undefined, hides: (channel: Channel) => boolean = () => false) {
  const [byId, change] = createStore<Record<Id, Channel>>({});
  const inGuild = (guild: Id) => Object.values(byId).filter((channel) => channel.guild_id === guild);
  const listed = (guild: Id) => inGuild(guild).filter((channel) => !hides(channel));

  const meet = (id: Id, edit: (others: User[]) => User[]) => {
    const group = byId[id];
    if (group) change(id, placed({ ...group, name: "", recipients: edit(group.recipients ?? []) }));
  };
  const apply = (event: GatewayEvent) => {
    switch (event.t) {
      case "READY":
        return change(
          reconcile(
            index([...event.d.guilds.flatMap(everything), ...(event.d.private_channels ?? []).map(placed)]),
          ),
        );
      case "GUILD_CREATE":
        return change(index(everything(event.d)));
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
        return change(produce((all) => forget(all, event.d.id)));
      case "THREAD_CREATE":
      case "THREAD_UPDATE":
        return change(event.d.id, (known) => ({ ...known, ...event.d }));
      case "THREAD_DELETE":
        return change(produce((all) => void delete all[event.d.id]));
      case "THREAD_LIST_SYNC":
        return change(index(within(event.d.guild_id, event.d.threads)));
      case "THREAD_MEMBERS_UPDATE":
        return (
          byId[event.d.id] &&
          change(
            event.d.id,
            produce((thread) => gather(thread, event.d, me())),
          )
        );
      case "CHANNEL_PINS_UPDATE":
        return (
          byId[event.d.channel_id] &&
          change(event.d.channel_id, "last_pin_timestamp", event.d.last_pin_timestamp)
        );
      case "MESSAGE_CREATE": {
        const known = byId[event.d.channel_id];
        if (!known || !isAfter(event.d.id, known.last_message_id)) return;
        const counts =
          isThread(known) && event.d.id !== known.id && event.d.type !== MessageType.threadStarter;
        return change(known.id, {
          last_message_id: event.d.id,
          ...(counts && { message_count: (known.message_count ?? 0) + 1 }),
        });
      }
      default:
        return;
    }
  };

  return {
    of: (id: Id | undefined): Channel | undefined => (id ? byId[id] : undefined),
    inGuild,
    /** The channel and what it stands below: a thread in its channel, a channel in its category. */
    line: (id: Id): Id[] => {
      const found: Id[] = [];
      for (let at: Id | null | undefined = id; at && !found.includes(at); at = byId[at]?.parent_id)
        found.push(at);
      return found;
    },
    /** The open conversations, the one written in last first. */
    conversations: () =>
      inGuild(HOME).sort((a, b) => compareIds(b.last_message_id ?? b.id, a.last_message_id ?? a.id)),
    groups: (guild: Id) => grouped(listed(guild)),
    /** The text channels of a guild in the order in which the list shows them. */
    readable: (guild: Id) => grouped(listed(guild)).flatMap((group) => group.channels.filter(isText)),
    /** The threads of a channel that are known here, the latest active first. */
    threads: (parent: Id) =>
      Object.values(byId)
        .filter((channel) => isThread(channel) && channel.parent_id === parent)
        .sort((a, b) => compareIds(b.last_message_id ?? b.id, a.last_message_id ?? a.id)),
    apply,
  };
}

export const isThread = (channel: Channel) => channel.thread_metadata !== undefined;
/** Everything written in it is in a thread. */
export const isForum = (channel: Channel) =>
  channel.type === ChannelType.forum || channel.type === ChannelType.media;

export const isSpoken = (channel: Channel) =>
  channel.type === ChannelType.voice || channel.type === ChannelType.stage;

export const isText = (channel: Channel) =>
  isPrivate(channel) || channel.type === ChannelType.text || channel.type === ChannelType.announcement;

/** Text before voice within a category, each by position. */
export function grouped(channels: Channel[]): ChannelGroup[] {
  const sorted = channels
    .filter((channel) => !isThread(channel))
    .sort(
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
const isVoice = (channel: Channel) =>
  channel.type === ChannelType.voice || channel.type === ChannelType.stage;
const index = (channels: Channel[]) => Object.fromEntries(channels.map((channel) => [channel.id, channel]));
const everything = (guild: FullGuild) => within(guild.id, [...guild.channels, ...(guild.threads ?? [])]);
const within = (guild: Id, channels: Channel[]) =>
  channels.map((channel) => ({ ...channel, guild_id: guild }));

/** A channel takes its threads with it. */
function forget(all: Record<Id, Channel>, gone: Id) {
  for (const channel of Object.values(all))
    if (channel.id === gone || (isThread(channel) && channel.parent_id === gone)) delete all[channel.id];
}

type Gathering = Extract<GatewayEvent, { t: "THREAD_MEMBERS_UPDATE" }>["d"];

function gather(thread: Channel, change: Gathering, me: Id | undefined) {
  thread.member_count = change.member_count;
  const own = change.added_members?.find((member) => member.user_id === me);
  if (own) thread.member = own;
  if (change.removed_member_ids?.some((user) => user === me)) delete thread.member;
}
