import { createMemo } from "solid-js";
import { createStore, produce, reconcile } from "solid-js/store";
import type { FullGuild, Guild, Id, Role } from "~/api/types";
import type { GatewayEvent } from "~/gateway/events";
import { compareIds } from "./snowflake";

export type Guilds = ReturnType<typeof createGuilds>;

/** The guilds that one is a member of, with their roles; channels and members have stores of their own. */
export function createGuilds(positions: () => Id[]) {
  const [byId, change] = createStore<Record<Id, Guild>>({});
  const all = createMemo(() => inOrder(Object.values(byId), positions()));

  const changeRoles = (guild: Id, edit: (roles: Role[]) => Role[]) => {
    if (byId[guild]) change(guild, "roles", edit);
  };
  const apply = (event: GatewayEvent) => {
    switch (event.t) {
      case "READY":
        return change(reconcile(Object.fromEntries(event.d.guilds.map((full) => [full.id, core(full)]))));
      case "GUILD_CREATE":
        return change(event.d.id, core(event.d));
      case "GUILD_UPDATE":
        return byId[event.d.id] && change(event.d.id, event.d);
      case "GUILD_DELETE":
        return event.d.unavailable || change(produce((guilds) => void delete guilds[event.d.id]));
      case "GUILD_ROLE_CREATE":
      case "GUILD_ROLE_UPDATE":
        return changeRoles(event.d.guild_id, (roles) => [
          ...roles.filter((role) => role.id !== event.d.role.id),
          event.d.role,
        ]);
      case "GUILD_ROLE_DELETE":
        return changeRoles(event.d.guild_id, (roles) => roles.filter((role) => role.id !== event.d.role_id));
      case "GUILD_EMOJIS_UPDATE":
        return byId[event.d.guild_id] && change(event.d.guild_id, "emojis", event.d.emojis);
      case "GUILD_STICKERS_UPDATE":
        return byId[event.d.guild_id] && change(event.d.guild_id, "stickers", event.d.stickers);
      case "GUILD_MEMBER_ADD":
        return byId[event.d.guild_id] && change(event.d.guild_id, "member_count", (count = 0) => count + 1);
      case "GUILD_MEMBER_REMOVE":
        return byId[event.d.guild_id] && change(event.d.guild_id, "member_count", (count = 1) => count - 1);
      default:
        return;
    }
  };

  return {
    /** In the order of the rail. */
    all,
    of: (id: Id | undefined): Guild | undefined => (id ? byId[id] : undefined),
    /** Highest first; @everyone, whose id is the guild's, comes last. */
    roles: (id: Id): Role[] => [...(byId[id]?.roles ?? [])].sort(byRank),
    apply,
  };
}

export const byRank = (a: Role, b: Role) => b.position - a.position || compareIds(a.id, b.id);

function core(full: FullGuild): Guild {
  const { channels: _c, threads: _t, members: _m, presences: _p, voice_states: _v, ...guild } = full;
  return guild;
}

function inOrder(guilds: Guild[], positions: Id[]): Guild[] {
  const place = new Map(positions.map((id, index) => [id, index]));
  const at = (guild: Guild) => place.get(guild.id) ?? -1;
  return guilds.sort((a, b) => at(a) - at(b) || compareIds(b.id, a.id));
}
