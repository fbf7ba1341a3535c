import { bareAddress, safeHref, withoutReordering } from "./links";
import type { Inline } from "./tree";

const MAX_DEPTH = 10;
const ESCAPABLE = /[^\p{L}\p{N}\s]/u;
const WORD = /[\p{L}\p{N}_]/u;

interface Found {
  node: Inline;
  end: number;
}

type Paired = Extract<Inline, { is: "strong" | "em" | "underline" | "strike" | "spoiler" }>["is"];

/** Longer marks first, as `**` must not be read as two of `*`. */
const PAIRS: readonly [mark: string, is: Paired][] = [
  ["**", "strong"],
  ["__", "underline"],
  ["~~", "strike"],
  ["||", "spoiler"],
  ["*", "em"],
  ["_", "em"],
];

/** Reads one run of text. What is not well formed stays as it was typed. */
export function parseInline(text: string, depth = 0): Inline[] {
  const nodes: Inline[] = [];
  const hopeless = new Set<string>();
  let plain = "";
  const flush = () => {
    if (plain) nodes.push({ is: "text", text: plain });
    plain = "";
  };
  for (let at = 0; at < text.length; ) {
    const char = text[at] ?? "";
    const next = text[at + 1] ?? "";
    if (char === "\\" && ESCAPABLE.test(next)) {
      plain += next;
      at += 2;
      continue;
    }
    const found = special(text, at, depth, hopeless);
    if (!found) {
      plain += char;
      at++;
      continue;
    }
    flush();
    nodes.push(found.node);
    at = found.end;
  }
  flush();
  return nodes;
}

function special(text: string, at: number, depth: number, hopeless: Set<string>): Found | undefined {
  switch (text[at]) {
    case "\n":
      return { node: { is: "break" }, end: at + 1 };
    case "`":
      return code(text, at);
    case "<":
      return angle(text, at);
    case "@":
      return everyone(text, at);
    case "h":
    case "H":
      return bare(text, at);
    case "[":
      return depth < MAX_DEPTH ? masked(text, at, depth) : undefined;
    default:
      return depth < MAX_DEPTH ? paired(text, at, depth, hopeless) : undefined;
  }
}

function code(text: string, at: number): Found | undefined {
  const ticks = /`+/y;
  ticks.lastIndex = at;
  const mark = ticks.exec(text)?.[0] ?? "`";
  const end = closing(text, at + mark.length, mark, "`");
  if (end < 0) return undefined;
  const inside = text.slice(at + mark.length, end);
  const trimmed = /^ .*[^ ].* $/.test(inside) ? inside.slice(1, -1) : inside;
  return { node: { is: "code", text: trimmed }, end: end + mark.length };
}

/** The place of a run of exactly this mark. */
function closing(text: string, from: number, mark: string, char: string): number {
  for (let at = text.indexOf(mark, from); at >= 0; at = text.indexOf(mark, at)) {
    let end = at;
    while (text[end] === char) end++;
    if (end - at === mark.length) return at;
    at = end;
  }
  return -1;
}

const ANGLE: readonly [RegExp, (match: RegExpExecArray) => Inline | undefined][] = [
  [/<@!?(\d{1,20})>/y, (match) => ({ is: "user", id: match[1] ?? "" })],
  [/<@&(\d{1,20})>/y, (match) => ({ is: "role", id: match[1] ?? "" })],
  [/<#(\d{1,20})>/y, (match) => ({ is: "channel", id: match[1] ?? "" })],
  [
    /<(a?):(\w{2,32}):(\d{1,20})>/y,
    (match) => ({ is: "emoji", name: match[2] ?? "", id: match[3] ?? "", animated: match[1] === "a" }),
  ],
  [
    /<t:(-?\d{1,13})(?::([tTdDfFR]))?>/y,
    (match) => ({ is: "time", seconds: Number(match[1]), style: match[2] ?? "f" }),
  ],
  [/<(https?:\/\/[^\s<>]+)>/iy, (match) => (safeHref(match[1] ?? "") ? linkTo(match[1] ?? "") : undefined)],
];

function angle(text: string, at: number): Found | undefined {
  for (const [pattern, make] of ANGLE) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    const node = match && make(match);
    if (node) return { node, end: at + match[0].length };
  }
  return undefined;
}

function everyone(text: string, at: number): Found | undefined {
  for (const name of ["@everyone", "@here"] as const)
    if (text.startsWith(name, at)) return { node: { is: "everyone", text: name }, end: at + name.length };
  return undefined;
}

function bare(text: string, at: number): Found | undefined {
  if (WORD.test(text[at - 1] ?? "")) return undefined;
  const address = bareAddress(text, at);
  return address ? { node: linkTo(address), end: at + address.length } : undefined;
}

function linkTo(address: string): Inline {
  const text = withoutReordering(address);
  return { is: "link", href: safeHref(text) ?? "", children: [{ is: "text", text }], masked: false };
}

const MASKED = /\[((?:\\.|[^\\[\]\n])+)\]\(\s*<?([^\s<>()]+(?:\([^\s()]*\)[^\s<>()]*)*)>?\s*\)/y;

/** `[words](address)`. Words that themselves look like an address could lie about where they lead, so they stay plain. */
function masked(text: string, at: number, depth: number): Found | undefined {
  if (!text.includes("](", at)) return undefined;
  MASKED.lastIndex = at;
  const match = MASKED.exec(text);
  const words = match?.[1] ?? "";
  const href = safeHref(match?.[2] ?? "");
  if (!match || !href || /:\/\/|www\./i.test(words)) return undefined;
  const children = parseInline(withoutReordering(words), depth + 1).filter((node) => node.is !== "link");
  return { node: { is: "link", href, children, masked: true }, end: at + match[0].length };
}

function paired(text: string, at: number, depth: number, hopeless: Set<string>): Found | undefined {
  for (const [mark, is] of PAIRS) {
    if (!text.startsWith(mark, at) || hopeless.has(mark) || !opens(text, at, mark)) continue;
    const end = closingMark(text, at + mark.length, mark);
    if (end < 0) {
      hopeless.add(mark);
      continue;
    }
    const children = parseInline(text.slice(at + mark.length, end), depth + 1);
    return { node: { is, children }, end: end + mark.length };
  }
  return undefined;
}

function opens(text: string, at: number, mark: string): boolean {
  const after = text[at + mark.length] ?? " ";
  if (mark === "*") return !/[\s*]/.test(after);
  if (mark === "_") return after !== "_" && !WORD.test(text[at - 1] ?? "");
  return true;
}

/** Where a mark ends that was opened before `from`: outside code, not escaped, and around something. */
function closingMark(text: string, from: number, mark: string): number {
  for (let at = from; at < text.length; at++) {
    if (text[at] === "\\") at++;
    else if (text[at] === "`") at = (code(text, at)?.end ?? at + 1) - 1;
    else if (text.startsWith(mark, at)) {
      if (at > from && closes(text, at, mark)) return at;
      // A longer run belongs to another mark: step over it as a whole.
      if (mark.length === 1) while (text[at + 1] === mark) at++;
    }
  }
  return -1;
}

function closes(text: string, at: number, mark: string): boolean {
  const after = text[at + mark.length] ?? "";
  if (mark === "*") return text[at - 1] !== " " && after !== "*";
  if (mark === "_") return after !== "_" && !WORD.test(after);
  return after !== mark[0] || mark === "||";
}
