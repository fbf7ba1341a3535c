import { type Component, ComponentType } from "~/api/components";
import type { Id } from "~/api/types";
import type { App } from "~/state/app";
import { byRank } from "~/state/guilds";
import type { Choice } from "~/ui/SearchMenu";

/** What can be chosen in a menu of a message or a form. */
export function choicesOf(
  app: App,
  guild: Id,
  it: Pick<Component, "type" | "options" | "channel_types">,
): Choice[] {
  switch (it.type) {
    case ComponentType.stringSelect:
      return (it.options ?? []).map((option) => ({
        id: option.value,
        label: option.label,
        ...(option.description && { hint: option.description }),
        ...(option.emoji?.name &&
          !option.emoji.id && { picture: <span class="emoji">{option.emoji.name}</span> }),
      }));
    case ComponentType.userSelect:
      return people(app, guild);
    case ComponentType.roleSelect:
      return roles(app, guild);
    case ComponentType.mentionableSelect:
      return [...people(app, guild), ...roles(app, guild)];
    case ComponentType.channelSelect:
      return app.channels
        .inGuild(guild)
        .filter((one) => !it.channel_types?.length || it.channel_types.includes(one.type))
        .map((one) => ({ id: one.id, label: one.name, hint: "#" }));
    default:
      return [];
  }
}

const people = (app: App, guild: Id): Choice[] =>
  app.members.inGuild(guild).map(({ user }) => ({
    id: user.id,
    label: app.members.name(guild, user.id),
    hint: user.username,
  }));

const roles = (app: App, guild: Id): Choice[] =>
  [...app.guilds.roles(guild)].sort(byRank).map((role) => ({ id: role.id, label: role.name, hint: "@" }));
