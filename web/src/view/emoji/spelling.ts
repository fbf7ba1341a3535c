import type { Emoji } from "~/api/types";
import type { App } from "~/state/app";
import { outsideCode } from "~/state/mentions";
import { type EmojiGroups, loadEmoji } from "./emojiIndex";
import { ownEmoji } from "./ownEmoji";

const SPELT = /(<a?)?:([\w+-]{1,64}):(?!\d)/g;

/** `:name:` as one types it becomes what is sent. What cannot be fetched now, or is nobody's name, stays as it was typed. */
export async function spellEmojis(app: App, text: string): Promise<string> {
  if (text.search(SPELT) < 0) return text;
  const common = await loadEmoji().catch((): EmojiGroups => []);
  return spell(text, ownEmoji(app), common);
}

/** Of two with the same name the community's own wins. In code nothing is spelt. */
export function spell(text: string, own: Emoji[], common: EmojiGroups): string {
  const ours = new Map(own.map((emoji) => [emoji.name, emoji]));
  const theirs = new Map(common.flat().flatMap(({ emoji, names }) => names.map((name) => [name, emoji])));
  return outsideCode(text, (part) =>
    part.replace(SPELT, (whole, spelt: string | undefined, name: string) => {
      if (spelt) return whole;
      const emoji = ours.get(name);
      if (emoji) return `<${emoji.animated ? "a" : ""}:${name}:${emoji.id}>`;
      return theirs.get(name.toLowerCase()) ?? whole;
    }),
  );
}
