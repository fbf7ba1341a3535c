import { createSignal } from "solid-js";
import type { Api } from "~/api/api";
import type { Channel, Id } from "~/api/types";

export type ViewAs = ReturnType<typeof createViewAs>;

interface Sight {
  guild: Id;
  roles: Id[];
  permissions: bigint;
  channels: ReadonlyMap<Id, bigint>;
}

const VIEW_CHANNEL = 1n << 10n;

/** A guild as somebody with certain roles would see it. What the server lets one do does not change. */
export function createViewAs(api: Api) {
  const [sight, show] = createSignal<Sight>();
  const of = (guild: Id | undefined) => (sight()?.guild === guild ? sight() : undefined);
  return {
    current: sight,
    start: async (guild: Id, roles: Id[]) => {
      const seen = await api.moderation.viewAs(guild, roles);
      show({
        guild,
        roles,
        permissions: BigInt(seen.permissions),
        channels: new Map(seen.channels.map((one) => [one.id, BigInt(one.permissions)])),
      });
    },
    end: () => show(undefined),
    /** Whether they would not see the channel. */
    hides: (channel: Channel): boolean => {
      const seen = of(channel.guild_id);
      return seen !== undefined && ((seen.channels.get(channel.id) ?? 0n) & VIEW_CHANNEL) === 0n;
    },
    /** What they may do in the guild; undefined while one looks with one's own eyes. */
    bits: (guild: Id): bigint | undefined => of(guild)?.permissions,
    bitsIn: (guild: Id | undefined, channel: Id): bigint | undefined => {
      const seen = of(guild);
      return seen && (seen.channels.get(channel) ?? 0n);
    },
  };
}
