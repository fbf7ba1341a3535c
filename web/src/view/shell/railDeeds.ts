import type { App } from "~/state/app";
import { foldersOf, orderOf, type Rail, railOf } from "~/state/rail";

/** The rail as it stands. */
export const railNow = (app: App): Rail =>
  railOf(
    app.guilds.all().map((guild) => guild.id),
    app.settings.values.guild_folders ?? [],
  );

/** Keeps a new order, on all of the person's devices. */
export function keepRail(app: App, rail: Rail) {
  if (rail === railNow(app)) return Promise.resolve();
  return app.settings.save({ guild_folders: foldersOf(rail), guild_positions: orderOf(rail) });
}

export const freshFolder = () => Math.floor(Math.random() * 2 ** 31);
