import { createSignal } from "solid-js";
import { createStore, produce, reconcile } from "solid-js/store";
import type { Api } from "~/api/api";
import type { FullGuild, Id } from "~/api/types";
import type { BoardSound } from "~/api/voice";
import type { GatewayEvent } from "~/gateway/events";

/** The sounds of the soundboards, by guild, in the order in which they were made. */
export function createSounds(api: Api) {
  const [boards, change] = createStore<Record<Id, BoardSound[]>>({});
  const [standard, setStandard] = createSignal<BoardSound[]>([]);

  const take = (guild: FullGuild) => change(guild.id, guild.soundboard_sounds ?? []);
  const put = (guild: Id, sound: BoardSound) =>
    change(guild, (all = []) =>
      all.some((one) => one.sound_id === sound.sound_id)
        ? all.map((one) => (one.sound_id === sound.sound_id ? sound : one))
        : [...all, sound],
    );
  const apply = (event: GatewayEvent) => {
    switch (event.t) {
      case "READY":
        change(reconcile({}));
        event.d.guilds.forEach(take);
        return;
      case "GUILD_CREATE":
        return take(event.d);
      case "GUILD_DELETE":
        return change(produce((all) => void delete all[event.d.id]));
      case "GUILD_SOUNDBOARD_SOUND_CREATE":
      case "GUILD_SOUNDBOARD_SOUND_UPDATE":
        return put(event.d.guild_id, event.d);
      case "GUILD_SOUNDBOARD_SOUND_DELETE":
        return change(event.d.guild_id, (all = []) => all.filter((one) => one.sound_id !== event.d.sound_id));
    }
  };
  return {
    apply,
    of: (guild: Id): BoardSound[] => boards[guild] ?? [],
    /** Those that every node has; asked for once. */
    standard: (): BoardSound[] => standard(),
    loadStandard: async () => {
      if (!standard().length) setStandard(await api.voice.standardSounds().catch(() => []));
    },
  };
}
