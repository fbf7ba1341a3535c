/** Pairs of background and text that pass 4.5:1 in every theme, since an avatar keeps its colour in all of them. */
const PAIRS = [
  ["#0d5c63", "#ffffff"],
  ["#9a3412", "#ffffff"],
  ["#1d4ed8", "#ffffff"],
  ["#86198f", "#ffffff"],
  ["#166534", "#ffffff"],
  ["#be123c", "#ffffff"],
  ["#075985", "#ffffff"],
  ["#92400e", "#ffffff"],
  ["#5b21b6", "#ffffff"],
  ["#115e59", "#ffffff"],
] as const;

/** The colour that somebody keeps for life, from their id. */
export function colourOf(id: string): { background: string; text: string } {
  let sum = 0;
  for (const char of id) sum = (sum * 31 + char.charCodeAt(0)) >>> 0;
  const [background, text] = PAIRS[sum % PAIRS.length] ?? PAIRS[0];
  return { background, text };
}

/** One or two letters for a name: the first of the first and of the last word. */
export function initialsOf(name: string): string {
  const words = name
    .trim()
    .split(/[\s._-]+/u)
    .filter(Boolean);
  const first = firstLetter(words[0]);
  const last = words.length > 1 ? firstLetter(words.at(-1)) : "";
  return (first + last).toLocaleUpperCase() || "?";
}

const segmenter = new Intl.Segmenter(undefined, { granularity: "grapheme" });

function firstLetter(word: string | undefined): string {
  for (const part of segmenter.segment(word ?? "")) return part.segment;
  return "";
}
