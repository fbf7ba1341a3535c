import { describe, expect, it } from "vitest";
import { parseInline } from "./inline";
import { isJumbo, parse } from "./parse";
import type { Block, Inline } from "./tree";

/** The tree in short: `em(a)`, `link[https://x/](y)`. */
function short(nodes: (Inline | Block)[]): string {
  return nodes.map(one).join("");
}

function one(node: Inline | Block): string {
  switch (node.is) {
    case "text":
      return node.text;
    case "break":
      return "⏎";
    case "code":
      return `code(${node.text})`;
    case "link":
      return `link[${node.href}](${short(node.children)})`;
    case "user":
    case "role":
    case "channel":
      return `${node.is}(${node.id})`;
    case "everyone":
      return `everyone(${node.text})`;
    case "emoji":
      return `emoji(${node.name})`;
    case "time":
      return `time(${node.seconds},${node.style})`;
    case "quote":
      return `quote(${short(node.blocks)})`;
    case "list":
      return `${node.ordered ? `ol${node.start}` : "ul"}(${node.items.map((item) => short(item)).join("|")})`;
    case "fence":
      return `fence[${node.language}](${node.text})`;
    case "heading":
      return `h${node.level}(${short(node.children)})`;
    default:
      return `${node.is}(${short(node.children)})`;
  }
}

const inline = (text: string) => short(parseInline(text));
const blocks = (text: string) => short(parse(text));

describe("inline marks", () => {
  it.each([
    ["**a**", "strong(a)"],
    ["*a*", "em(a)"],
    ["_a_", "em(a)"],
    ["__a__", "underline(a)"],
    ["~~a~~", "strike(a)"],
    ["||a||", "spoiler(a)"],
    ["***a***", "strong(em(a))"],
    ["**a *b* c**", "strong(a em(b) c)"],
    ["*a **b** c*", "em(a strong(b) c)"],
    ["`a **b**`", "code(a **b**)"],
    ["``a ` b``", "code(a ` b)"],
    ["\\*a\\*", "*a*"],
    ["snake_case_name", "snake_case_name"],
    ["2 * 3 * 4", "2 * 3 * 4"],
    ["**open", "**open"],
    ["**a `**` b**", "strong(a code(**) b)"],
    ["a\nb", "a⏎b"],
    ["¯\\_(ツ)_/¯", "¯_(ツ)_/¯"],
  ])("%s reads as %s", (text, tree) => expect(inline(text)).toBe(tree));
});

describe("references", () => {
  it.each([
    ["<@123>", "user(123)"],
    ["<@!123>", "user(123)"],
    ["<@&123>", "role(123)"],
    ["<#123>", "channel(123)"],
    ["<:cat:123>", "emoji(cat)"],
    ["<t:1700000000:R>", "time(1700000000,R)"],
    ["<t:1700000000>", "time(1700000000,f)"],
    ["hi @everyone", "hi everyone(@everyone)"],
    ["<@x>", "<@x>"],
  ])("%s reads as %s", (text, tree) => expect(inline(text)).toBe(tree));
});

describe("links", () => {
  it.each([
    ["see https://a.b/c.", "see link[https://a.b/c](https://a.b/c)."],
    ["(https://a.b/c_(d))", "(link[https://a.b/c_(d)](https://a.b/c_(d)))"],
    ["<https://a.b>", "link[https://a.b/](https://a.b)"],
    ["[x](https://a.b)", "link[https://a.b/](x)"],
    ["[**x**](https://a.b)", "link[https://a.b/](strong(x))"],
  ])("%s reads as %s", (text, tree) => expect(inline(text)).toBe(tree));
});

describe("blocks", () => {
  it.each([
    ["# a", "h1(a)"],
    ["#a", "paragraph(#a)"],
    ["-# a", "subtext(a)"],
    ["> a\n> b\nc", "quote(paragraph(a⏎b))paragraph(c)"],
    [">>> a\nb", "quote(paragraph(a⏎b))"],
    ["- a\n- b", "ul(paragraph(a)|paragraph(b))"],
    ["3. a\n4. b", "ol3(paragraph(a)|paragraph(b))"],
    ["- a\n  - b", "ul(paragraph(a)ul(paragraph(b)))"],
    ["```js\nlet a;\n```", "fence[js](let a;)"],
    ["a\n```\n**b**\n```\nc", "paragraph(a)fence[](**b**)paragraph(c)"],
    ["```open", "paragraph(```open)"],
  ])("%j reads as %s", (text, tree) => expect(blocks(text)).toBe(tree));
});

describe("hostile text", () => {
  const everyLink = (nodes: (Inline | Block)[]): string[] =>
    nodes.flatMap((node) => {
      if (node.is === "link") return [node.href];
      if (node.is === "quote") return everyLink(node.blocks);
      if (node.is === "list") return everyLink(node.items.flat());
      return "children" in node ? everyLink(node.children) : [];
    });

  it.each([
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt:alert(1))",
    "[x](java\tscript:alert(1))",
    "[x](data:text/html,<script>alert(1)</script>)",
    "[x](vbscript:msgbox(1))",
    "[x](//evil.example)",
    "[x](/api/v10/users/@me)",
    "<javascript:alert(1)>",
    "<script>alert(1)</script>",
    '<img src=x onerror="alert(1)">',
    "[https://good.example](https://evil.example)",
    "[www.good.example](https://evil.example)",
    "javascript://a.b/%0aalert(1)",
    "[x](blob:null/a)",
    "[x](file:///etc/passwd)",
  ])("%s makes no link with another meaning", (text) => {
    for (const href of everyLink(parse(text))) expect(href, text).toMatch(/^https:\/\/evil\.example\/$/);
    if (text.includes("good"))
      expect(blocks(text)).not.toMatch(/link\[[^\]]*evil[^\]]*\]\((https:\/\/|www\.)good/);
  });

  it("keeps reordering marks out of links", () => {
    expect(inline("https://a.b/\u202egnp.exe")).not.toContain("\u202e");
  });

  it.each([
    ["**".repeat(2000)],
    ["*a ".repeat(1333)],
    ["_(".repeat(2000)],
    ["[".repeat(4000)],
    ["> ".repeat(2000)],
    ["||**__~~".repeat(500)],
    ["`".repeat(3999)],
    ["` ``".repeat(1000)],
    ["<t:".repeat(1333)],
    ["https://".repeat(500)],
    [`[${"a".repeat(1900)}](${"(".repeat(1900)}`],
    ["- a\n".repeat(1000)],
    [`${"  ".repeat(40)}- a\n`.repeat(45)],
    ["\\".repeat(4000)],
  ])("is read quickly (%#)", (text) => {
    const start = performance.now();
    parse(text);
    expect(performance.now() - start).toBeLessThan(1000);
  });
});

describe("emoji alone", () => {
  it.each([
    ["😀", true],
    ["👩‍👩‍👧 🎉", true],
    ["<:cat:123>", true],
    ["😀 hi", false],
    ["1", false],
    ["  ", false],
  ])("%j is large: %s", (text, large) => expect(isJumbo(text)).toBe(large));
});
