import type { Id } from "~/api/types";
import type { App } from "~/state/app";
import { isText } from "~/state/channels";
import type { Names } from "~/state/mentions";

/** Whom and what a text in this guild can name. */
export const namesIn = (app: App, guild: Id): Names => ({
  users: app.members.inGuild(guild).map(({ user }) => ({ id: user.id, name: user.username })),
  roles: app.guilds
    .roles(guild)
    .filter((role) => role.id !== guild)
    .map(({ id, name }) => ({ id, name })),
  channels: app.channels
    .inGuild(guild)
    .filter(isText)
    .map(({ id, name }) => ({ id, name })),
});
