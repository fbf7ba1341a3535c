import { parseInline } from "./inline";
import type { Block, Inline } from "./tree";

const MAX_NESTING = 6;
const FENCE = /^```(?:([\w+#.-]{1,20})\n)?([\s\S]*?)```/;
const HEADING = /^(#{1,3})\s+(.*\S)\s*$/;
const SUBTEXT = /^-#\s+(.*\S)\s*$/;
const ITEM = /^(\s*)(?:[-*]|(\d{1,9})\.)\s+(.*)$/;

/** Reads Discord's Markdown. Every text means something: there are no errors. */
export function parse(text: string, nesting = 0): Block[] {
  const blocks: Block[] = [];
  for (const part of splitFences(text)) {
    if (typeof part !== "string") blocks.push(part);
    else blocks.push(...parseLines(part.split("\n"), nesting));
  }
  return blocks;
}

type Fence = Extract<Block, { is: "fence" }>;

function splitFences(text: string): (string | Fence)[] {
  const parts: (string | Fence)[] = [];
  let rest = text;
  let start = rest.indexOf("```");
  while (start >= 0) {
    const match = FENCE.exec(rest.slice(start));
    if (!match?.[2]?.trim()) break;
    // The line breaks around a fence belong to it.
    if (start > 0) parts.push(rest.slice(0, start).replace(/\n$/, ""));
    parts.push({ is: "fence", language: match[1] ?? "", text: match[2].replace(/^\n|\n$/g, "") });
    rest = rest.slice(start + match[0].length).replace(/^\n/, "");
    start = rest.indexOf("```");
  }
  return rest || parts.length === 0 ? [...parts, rest] : parts;
}

function parseLines(lines: string[], nesting: number): Block[] {
  const blocks: Block[] = [];
  let plain: string[] = [];
  const flush = () => {
    if (plain.some((line) => line.trim()))
      blocks.push({ is: "paragraph", children: parseInline(plain.join("\n")) });
    plain = [];
  };
  for (let at = 0; at < lines.length; ) {
    const taken = nesting < MAX_NESTING ? blockAt(lines, at, nesting) : undefined;
    if (!taken) {
      plain.push(lines[at++] ?? "");
      continue;
    }
    flush();
    blocks.push(taken.block);
    at = taken.end;
  }
  flush();
  return blocks;
}

interface Taken {
  block: Block;
  end: number;
}

function blockAt(lines: string[], at: number, nesting: number): Taken | undefined {
  const line = lines[at] ?? "";
  const heading = HEADING.exec(line);
  if (heading) {
    const level = (heading[1]?.length ?? 1) as 1 | 2 | 3;
    return { block: { is: "heading", level, children: inlineOf(heading[2]) }, end: at + 1 };
  }
  const subtext = SUBTEXT.exec(line);
  if (subtext) return { block: { is: "subtext", children: inlineOf(subtext[1]) }, end: at + 1 };
  if (line.startsWith(">>> ")) {
    const quoted = [line.slice(4), ...lines.slice(at + 1)].join("\n");
    return { block: { is: "quote", blocks: parse(quoted, nesting + 1) }, end: lines.length };
  }
  if (line.startsWith("> ")) return quote(lines, at, nesting);
  return ITEM.test(line) ? list(lines, at, nesting) : undefined;
}

function quote(lines: string[], at: number, nesting: number): Taken {
  let end = at;
  while (/^>( |$)/.test(lines[end] ?? "")) end++;
  const quoted = lines.slice(at, end).map((line) => line.slice(2));
  return { block: { is: "quote", blocks: parse(quoted.join("\n"), nesting + 1) }, end };
}

/** An item goes on over the lines that are indented below it. */
function list(lines: string[], at: number, nesting: number): Taken {
  const first = ITEM.exec(lines[at] ?? "");
  const indent = first?.[1]?.length ?? 0;
  const ordered = first?.[2] !== undefined;
  const items: Block[][] = [];
  let end = at;
  for (let item = first; item && item[1]?.length === indent && (item[2] !== undefined) === ordered; ) {
    const inside = [item[3] ?? ""];
    end++;
    while (/^\s+\S/.test(lines[end] ?? "") && indentOf(lines[end] ?? "") > indent)
      inside.push(dedent(lines[end++] ?? "", indent + 2));
    items.push(parseLines(inside, nesting + 1));
    item = ITEM.exec(lines[end] ?? "");
  }
  return { block: { is: "list", ordered, start: Number(first?.[2] ?? 1), items }, end };
}

const inlineOf = (text: string | undefined): Inline[] => parseInline(text ?? "");
const indentOf = (line: string) => line.length - line.trimStart().length;
const dedent = (line: string, by: number) => line.slice(Math.min(by, indentOf(line)));

const ONE_EMOJI = /^(?:\p{RGI_Emoji}|<a?:\w{2,32}:\d{1,20}>|\s)+$/v;
const MAX_JUMBO = 27;

/** A message of emoji alone is shown large. */
export const isJumbo = (text: string) =>
  text.length < MAX_JUMBO * 12 && Boolean(text.trim()) && ONE_EMOJI.test(text);
