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

/** `:name:` as one types it becomes what is sent; what stands so already stays. */
export function spellEmojis(app: App, text: string): string {
  if (!text.includes(":")) return text;
  const byName = new Map(ownEmoji(app).map((emoji) => [emoji.name, emoji]));
  return text.replace(/(<a?)?:(\w{2,32}):(?!\d)/g, (whole, spelt: string | undefined, name: string) => {
    const emoji = spelt ? undefined : byName.get(name);
    return emoji ? `<${emoji.animated ? "a" : ""}:${name}:${emoji.id}>` : whole;
  });
}
