import { createRoot } from "solid-js";
import { expect, test } from "vitest";
import type { Api } from "~/api/api";
import type { FullGuild } from "~/api/types";
import type { BoardSound } from "~/api/voice";
import { createSounds } from "./sounds";
import { createStages } from "./stages";

const sound = (sound_id: string, name: string): BoardSound & { guild_id: string } => ({
  sound_id,
  name,
  volume: 1,
  emoji_id: null,
  emoji_name: null,
  guild_id: "g",
  available: true,
});
const guild = { id: "g", soundboard_sounds: [sound("1", "gong")] } as unknown as FullGuild;

test("a board follows what is made, changed and deleted", () =>
  createRoot((dispose) => {
    const sounds = createSounds({} as Api);
    sounds.apply({ t: "GUILD_CREATE", d: guild });
    sounds.apply({ t: "GUILD_SOUNDBOARD_SOUND_CREATE", d: sound("2", "horn") });
    sounds.apply({ t: "GUILD_SOUNDBOARD_SOUND_UPDATE", d: sound("1", "tam-tam") });
    expect(sounds.of("g").map((one) => one.name)).toEqual(["tam-tam", "horn"]);
    sounds.apply({ t: "GUILD_SOUNDBOARD_SOUND_DELETE", d: { guild_id: "g", sound_id: "1" } });
    expect(sounds.of("g").map((one) => one.name)).toEqual(["horn"]);
    sounds.apply({ t: "GUILD_DELETE", d: { id: "g" } });
    expect(sounds.of("g")).toEqual([]);
    dispose();
  }));

test("a stage is known while it is on", () =>
  createRoot((dispose) => {
    const stages = createStages();
    const on = (topic: string) => ({ id: "s", guild_id: "g", channel_id: "c", topic });
    stages.apply({ t: "STAGE_INSTANCE_CREATE", d: on("Questions") });
    stages.apply({ t: "STAGE_INSTANCE_UPDATE", d: on("Answers") });
    expect(stages.of("c")?.topic).toBe("Answers");
    stages.apply({ t: "GUILD_CREATE", d: { ...guild, stage_instances: [on("Questions")] } });
    expect(stages.of("c")?.topic).toBe("Questions");
    stages.apply({ t: "STAGE_INSTANCE_DELETE", d: on("Questions") });
    expect(stages.of("c")).toBeUndefined();
    dispose();
  }));
