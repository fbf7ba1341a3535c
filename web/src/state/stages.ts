import { createStore, produce, reconcile } from "solid-js/store";
import type { FullGuild, Id } from "~/api/types";
import type { StageInstance } from "~/api/voice";
import type { GatewayEvent } from "~/gateway/events";

/** The stages that are on, by channel. */
export function createStages() {
  const [stages, change] = createStore<Record<Id, StageInstance>>({});
  const put = (stage: StageInstance) => change(stage.channel_id, reconcile(stage));
  const drop = (gone: (stage: StageInstance) => boolean) =>
    change(
      produce((all) => {
        for (const [channel, stage] of Object.entries(all)) if (gone(stage)) delete all[channel];
      }),
    );
  const take = (guild: FullGuild) => {
    drop((stage) => stage.guild_id === guild.id);
    for (const stage of guild.stage_instances ?? []) put({ ...stage, guild_id: guild.id });
  };
  const apply = (event: GatewayEvent) => {
    switch (event.t) {
      case "READY":
        change(reconcile({}));
        event.d.guilds.forEach(take);
        return;
      case "GUILD_CREATE":
        return take(event.d);
      case "GUILD_DELETE":
        return drop((stage) => stage.guild_id === event.d.id);
      case "STAGE_INSTANCE_CREATE":
      case "STAGE_INSTANCE_UPDATE":
        return put(event.d);
      case "STAGE_INSTANCE_DELETE":
        return drop((stage) => stage.channel_id === event.d.channel_id);
    }
  };
  return { apply, of: (channel: Id): StageInstance | undefined => stages[channel] };
}
