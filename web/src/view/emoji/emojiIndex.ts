export interface NamedEmoji {
  emoji: string;
  names: string[];
}

export type EmojiGroups = NamedEmoji[][];

/** The table of all emoji is a file of its own, fetched when somebody first looks for one. */
export async function loadEmoji(): Promise<EmojiGroups> {
  const { default: groups } = await import("virtual:emoji");
  return groups.map((group) => group.map(([emoji, names]) => ({ emoji, names: names.split(" ") })));
}

/** Those whose name starts with the word first, shorter names before longer ones. */
export function searchEmoji(groups: EmojiGroups, word: string, limit: number): NamedEmoji[] {
  const wanted = word.toLowerCase().replace(/[\s-]+/g, "_");
  const scored = groups.flat().flatMap((entry) => {
    const best = Math.min(...entry.names.map((name) => scoreOf(name, wanted)));
    return best < Number.POSITIVE_INFINITY ? [{ entry, best }] : [];
  });
  return scored
    .sort((a, b) => a.best - b.best)
    .slice(0, limit)
    .map(({ entry }) => entry);
}

function scoreOf(name: string, wanted: string): number {
  const at = name.indexOf(wanted);
  if (at < 0) return Number.POSITIVE_INFINITY;
  return (at === 0 ? 0 : 1000) + name.length;
}
