import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { Plugin } from "vite";

interface Entry {
  unicode?: string;
  emoji?: string;
  hexcode: string;
  label: string;
  group?: number;
  order?: number;
  version: number;
}

const NAME = "virtual:emoji";
/** What the systems of two years ago can draw. */
const NEWEST_VERSION = 15;
/** Emojibase's group of skin tones and hair. */
const COMPONENTS = 2;

/** Boils emojibase down to what the picker needs: groups of [character, names]. */
export function emoji(): Plugin {
  return {
    name: "parley-emoji",
    resolveId: (id) => (id === NAME ? `\0${NAME}` : null),
    load: async (id) => (id === `\0${NAME}` ? `export default ${JSON.stringify(await groups())};` : null),
  };
}

async function groups(): Promise<[string, string][][]> {
  const require = createRequire(import.meta.url);
  const read = async (path: string) =>
    JSON.parse(await readFile(require.resolve(`emojibase-data/en/${path}`), "utf8"));
  const data: Entry[] = await read("data.json");
  const codes: Record<string, string | string[]> = await read("shortcodes/github.json");
  const found: [string, string][][] = [];
  for (const entry of data.sort((a, b) => (a.order ?? 0) - (b.order ?? 0))) {
    if (entry.group === undefined || entry.group === COMPONENTS || entry.version > NEWEST_VERSION) continue;
    const names = [codes[entry.hexcode] ?? []].flat();
    const label = entry.label
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, "_")
      .replace(/^_|_$/g, "");
    found[entry.group] ??= [];
    found[entry.group]?.push([bare(entry.emoji ?? ""), [...new Set([...names, label])].join(" ")]);
  }
  return found.filter(Boolean);
}

/** Without the selector that changes nothing, as Discord's clients and the bots that compare with them write it. */
const bare = (emoji: string) => emoji.replace(/(\p{Emoji_Presentation})\uFE0F/gu, "$1");
