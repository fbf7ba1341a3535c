export interface Match {
  score: number;
  /** Where the query's letters stand in the text, for showing them. */
  at: readonly number[];
}

const WORD_START = 9;
const IN_A_ROW = 6;
const ALL_AT_START = 14;
const GAP = 0.35;
const MISSED_TAIL = 0.05;

const fold = (text: string) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/**
 * Whether the query's letters come in this order in the text, and how well: at the start of words, in a row, close together and in
 * short texts is better. Accents and case do not matter. An empty query matches everything alike.
 */
export function fuzzy(query: string, text: string): Match | undefined {
  const wanted = fold(query).replace(/\s+/g, "");
  if (!wanted) return { score: 0, at: [] };
  // Folding may shorten a text; where it does, the letters are found but not shown.
  const folded = fold(text);
  const shown = folded.length === text.length;
  let best: Match | undefined;
  for (
    let start = folded.indexOf(wanted[0] ?? "");
    start >= 0;
    start = folded.indexOf(wanted[0] ?? "", start + 1)
  ) {
    const found = walk(wanted, folded, start);
    if (!found) break;
    if (!best || found.score > best.score) best = found;
  }
  return best && { score: best.score, at: shown ? best.at : [] };
}

function walk(wanted: string, text: string, start: number): Match | undefined {
  const at: number[] = [];
  let score = 0;
  let from = start;
  for (const letter of wanted) {
    const found = nearest(text, letter, from, at.at(-1));
    if (found < 0) return undefined;
    const before = at.at(-1);
    if (isWordStart(text, found)) score += WORD_START;
    if (before !== undefined) score += found === before + 1 ? IN_A_ROW : -GAP * (found - before);
    at.push(found);
    from = found + 1;
  }
  if (text.startsWith(wanted)) score += ALL_AT_START;
  return { score: score - MISSED_TAIL * (text.length - wanted.length), at };
}

/** The letter next to the last one if it is there, else at the next start of a word, else anywhere. */
function nearest(text: string, letter: string, from: number, before: number | undefined): number {
  if (before !== undefined && text[before + 1] === letter) return before + 1;
  for (let index = from; index < text.length; index++)
    if (text[index] === letter && isWordStart(text, index)) return index;
  return text.indexOf(letter, from);
}

const isWordStart = (text: string, index: number) => index === 0 || /[\s\-_.#@/]/.test(text[index - 1] ?? "");

/** The best matches first; what matches equally well stays in its order. */
export function rank<T>(
  query: string,
  items: readonly T[],
  textOf: (item: T) => string,
  limit: number,
): { item: T; match: Match }[] {
  return items
    .flatMap((item) => {
      const match = fuzzy(query, textOf(item));
      return match ? [{ item, match }] : [];
    })
    .sort((a, b) => b.match.score - a.match.score)
    .slice(0, limit);
}
