import { createStore, produce, reconcile } from "solid-js/store";
import type { FullGuild, Id, VoiceState } from "~/api/types";
import type { GatewayEvent } from "~/gateway/events";

export type Voice = ReturnType<typeof createVoice>;

/** Who is in which voice channel. Keyed by guild (or conversation) and user. */
export function createVoice() {
  const [states, change] = createStore<Record<string, VoiceState>>({});

  const [calls, changeCalls] = createStore<Record<Id, Id[]>>({});
  const ring = (channel: Id, ringing: Id[] | undefined) =>
    changeCalls(
      produce((all) => {
        if (ringing) all[channel] = ringing;
        else delete all[channel];
      }),
    );

  const put = (guild: Id, state: VoiceState) => {
    const key = `${guild}/${state.user_id}`;
    if (state.channel_id) change(key, reconcile({ ...state, guild_id: guild }));
    else change(produce((all) => void delete all[key]));
  };
  const drop = (gone: (state: VoiceState) => boolean) =>
    change(
      produce((all) => {
        for (const [key, state] of Object.entries(all)) if (gone(state)) delete all[key];
      }),
    );
  const take = (guild: FullGuild) => {
    drop((state) => state.guild_id === guild.id);
    for (const state of guild.voice_states ?? []) put(guild.id, state);
  };
  const apply = (event: GatewayEvent) => {
    switch (event.t) {
      case "READY":
        change(reconcile({}));
        changeCalls(reconcile({}));
        event.d.guilds.forEach(take);
        return;
      case "GUILD_CREATE":
        return take(event.d);
      case "GUILD_DELETE":
        return drop((state) => state.guild_id === event.d.id);
      case "CHANNEL_DELETE":
        return drop((state) => state.channel_id === event.d.id);
      case "GUILD_MEMBER_REMOVE":
        return drop((state) => state.guild_id === event.d.guild_id && state.user_id === event.d.user.id);
      case "VOICE_STATE_UPDATE": {
        const known = event.d.guild_id ?? event.d.channel_id;
        if (known) return put(known, event.d);
        return drop((state) => state.user_id === event.d.user_id && state.guild_id === state.channel_id);
      }
      case "CALL_CREATE":
        ring(event.d.channel_id, event.d.ringing);
        for (const state of event.d.voice_states ?? []) put(event.d.channel_id, state);
        return;
      case "CALL_UPDATE":
        return ring(event.d.channel_id, event.d.ringing);
      case "CALL_DELETE":
        ring(event.d.channel_id, undefined);
        return drop((state) => state.channel_id === event.d.channel_id);
    }
  };
  return {
    apply,
    of: (guild: Id | undefined, user: Id | undefined): VoiceState | undefined => states[`${guild}/${user}`],
    /** The conversations whose call rings at somebody. */
    ringingAt: (user: Id | undefined): Id[] =>
      Object.keys(calls).filter((channel) => user !== undefined && calls[channel]?.includes(user)),
    /** Those in a channel, in the order in which they are known. */
    in: (channel: Id): VoiceState[] => Object.values(states).filter((state) => state.channel_id === channel),
  };
}
