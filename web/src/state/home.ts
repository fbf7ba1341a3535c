import { type Channel, ChannelType, type Guild, type Id } from "~/api/types";
import { displayName } from "./members";

/** Where conversations live in the address and in the stores: a place like a community, without its hall. */
export const HOME = "@me";

/** What stands for the community of a conversation; nothing in it is ever shown. */
export const home: Guild = {
  id: HOME,
  name: "",
  icon: null,
  description: null,
  owner_id: "",
  roles: [],
  emojis: [],
  joined_at: "1970-01-01T00:00:00.000Z",
};

export const isPrivate = (channel: Pick<Channel, "type">) =>
  channel.type === ChannelType.dm || channel.type === ChannelType.groupDm;

/** A channel with the place and the name by which the client knows it. */
export function placed(channel: Channel): Channel {
  if (!isPrivate(channel)) return channel;
  const others = (channel.recipients ?? []).map((user) => displayName(user) ?? user.username);
  return {
    ...channel,
    guild_id: HOME,
    name: channel.given_name || channel.name || others.join(", ") || "…",
    given_name: channel.given_name ?? channel.name ?? "",
    position: 0,
  };
}

/** The other of a conversation of two. */
export const otherOf = (channel: Channel | undefined): Id | undefined =>
  channel?.type === ChannelType.dm ? channel.recipients?.[0]?.id : undefined;
