import { common, createLowlight } from "lowlight";

/** A piece of code with what it is, e.g. `keyword` or `string`; without, when it is nothing in particular. */
export interface Piece {
  text: string;
  is?: string;
}

type Tree = ReturnType<typeof lowlight.highlight>;
type Branch = Tree["children"][number];

const lowlight = createLowlight(common);

/** @returns undefined for a language that is not known */
export function colour(code: string, language: string): Piece[] | undefined {
  const name = language.toLowerCase();
  return lowlight.registered(name) ? lowlight.highlight(name, code).children.flatMap(pieces()) : undefined;
}

const pieces =
  (is?: string) =>
  (node: Branch): Piece[] => {
    if (node.type === "text") return [{ text: node.value, ...(is && { is }) }];
    if (node.type !== "element") return [];
    const named = [node.properties.className].flat().find((name) => typeof name === "string");
    return node.children.flatMap(pieces(typeof named === "string" ? named.replace(/^hljs-/, "") : is));
  };
