import type { Channel, Id, User } from "~/api/types";
import type { App } from "~/state/app";
import { isText } from "~/state/channels";
import { HOME, otherOf } from "~/state/home";
import type { Names } from "~/state/mentions";

/** Whom and what a text in this guild can name. */
export const namesIn = (app: App, guild: Id): Names => ({
  users: present(app, guild).map(({ user }) => ({ id: user.id, name: user.username })),
  roles: app.guilds
    .roles(guild)
    .filter((role) => role.id !== guild)
    .map(({ id, name }) => ({ id, name })),
  channels: app.channels
    .inGuild(guild)
    .filter(isText)
    .map(({ id, name }) => ({ id, name })),
});

/** The name of a channel; of a conversation with a friend, what the person calls that friend. */
export const titleOf = (app: App, channel: Channel): string =>
  app.friends.of(otherOf(channel))?.nickname || channel.name;

/** Members of the community, or those in the conversation. */
export function present(app: App, guild: Id): { user: User; nick?: string | null }[] {
  if (guild !== HOME) return app.members.inGuild(guild);
  const me = app.session.me();
  const others = app.channels.of(app.openChannel())?.recipients ?? [];
  return [...others, ...(me ? [me] : [])].map((user) => ({
    user,
    nick: app.friends.of(user.id)?.nickname ?? null,
  }));
}
