import type { Emoji } from "~/api/types";
import type { App } from "~/state/app";

/** The emoji of every guild that one is in; the first of a name wins. */
export function ownEmoji(app: App): Emoji[] {
  const byName = new Map<string, Emoji>();
  for (const guild of app.guilds.all())
    for (const emoji of guild.emojis ?? [])
      if (emoji.name && !byName.has(emoji.name)) byName.set(emoji.name, emoji);
  return [...byName.values()];
}
