import type { Placement } from "~/api/guilds";
import { type Channel, ChannelType } from "~/api/types";
import type { ChannelGroup } from "~/state/channels";

const SPOKEN: number[] = [ChannelType.voice, ChannelType.stage];
const isSpoken = (channel: Channel) => SPOKEN.includes(channel.type);

/** Channels that one reads and those that one speaks in have positions of their own. */
const rowOf = (group: ChannelGroup, channel: Channel) =>
  group.channels.filter((other) => isSpoken(other) === isSpoken(channel));

/** One place up or down; beyond the end of its category into the next one. Nothing where there is no place. */
export function stepped(groups: ChannelGroup[], channel: Channel, by: 1 | -1): Placement[] {
  if (channel.type === ChannelType.category) {
    const categories = groups.flatMap((group) => group.category ?? []);
    const next = categories[categories.findIndex((one) => one.id === channel.id) + by];
    return next ? [{ id: channel.id, position: next.position }] : [];
  }
  const at = groups.findIndex((group) => group.channels.some((one) => one.id === channel.id));
  const group = groups[at];
  if (!group) return [];
  const row = rowOf(group, channel);
  const next = row[row.findIndex((one) => one.id === channel.id) + by];
  if (next) return [{ id: channel.id, position: next.position }];
  const beside = groups[at + by];
  return beside ? into(beside, channel, by === 1 ? "start" : "end") : [];
}

/** Takes the place of another channel. */
export function dropped(groups: ChannelGroup[], channel: Channel, onto: Channel): Placement[] {
  if (channel.id === onto.id) return [];
  if (onto.type === ChannelType.category) {
    if (channel.type === ChannelType.category) return [{ id: channel.id, position: onto.position }];
    const group = groups.find((one) => one.category?.id === onto.id);
    return group ? into(group, channel, "start") : [];
  }
  const group = groups.find((one) => one.channels.some((other) => other.id === onto.id));
  if (!group || channel.type === ChannelType.category) return [];
  if (isSpoken(channel) !== isSpoken(onto)) return into(group, channel, "end");
  return [{ id: channel.id, position: onto.position, ...parent(group, channel) }];
}

function into(group: ChannelGroup, channel: Channel, side: "start" | "end"): Placement[] {
  const row = rowOf(group, channel);
  const position = side === "start" ? 0 : (row.at(-1)?.position ?? -1) + 1;
  return [{ id: channel.id, position, ...parent(group, channel) }];
}

const parent = (group: ChannelGroup, channel: Channel) => {
  const id = group.category?.id ?? null;
  return (channel.parent_id ?? null) === id ? {} : { parent_id: id };
};
