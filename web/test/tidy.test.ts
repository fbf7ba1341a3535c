import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const SRC = join(import.meta.dirname, "../src");
const MAX_LINES = 300;

/** What each folder of src may import, besides itself. */
const BORDERS: Record<string, string[]> = {
  ui: [],
  i18n: [],
  api: [],
  gateway: ["api"],
  markdown: [],
  call: ["api"],
  state: ["api", "gateway", "call"],
  view: ["ui", "i18n", "api", "gateway", "markdown", "state", "call"],
};

const files = readdirSync(SRC, { recursive: true, encoding: "utf8" })
  .filter((name) => /\.(ts|tsx|css)$/.test(name))
  .map((name) => ({ name: name.replaceAll("\\", "/"), text: readFileSync(join(SRC, name), "utf8") }));

/** The folder of src that an import leads to, if it leads to one. */
function target(from: string, specifier: string): string | undefined {
  if (specifier.startsWith("~/")) return specifier.split("/")[1];
  if (!specifier.startsWith(".")) return undefined;
  return new URL(specifier, `file:///${from}`).pathname.split("/")[1];
}

const importsOf = (text: string) =>
  [...text.matchAll(/(?:from|import\()\s*"([^"]+)"/g)].map((match) => match[1] ?? "");

describe("every file", () => {
  it.each(files)("$name is short", ({ text }) => {
    expect(text.split("\n").length).toBeLessThanOrEqual(MAX_LINES);
  });

  it.each(files)("$name imports only what its folder may", ({ name, text }) => {
    const folder = name.split("/")[0] ?? "";
    const allowed = BORDERS[folder];
    if (!allowed || name.endsWith(".test.ts")) return;
    for (const specifier of importsOf(text)) {
      const led = target(name, specifier);
      if (led && led !== folder) expect(allowed, `${name} imports ${specifier}`).toContain(led);
    }
  });

  it.each(files)("$name sets no HTML and leaves nothing for later", ({ text }) => {
    expect(text).not.toMatch(/innerHTML|insertAdjacentHTML|outerHTML|document\.write|\beval\(|new Function/);
    expect(text).not.toMatch(/\b(TODO|FIXME|XXX)\b/);
  });
});

describe("state", () => {
  it.each(files.filter(({ name }) => name.startsWith("state/")))("$name has no JSX", ({ name }) => {
    expect(name).not.toMatch(/\.tsx$/);
  });
});

describe("components", () => {
  it.each(files.filter(({ name }) => name.endsWith(".tsx")))(
    "$name never takes its props apart",
    ({ text }) => {
      expect(text).not.toMatch(/function [A-Z]\w*\(\{/);
      expect(text).not.toMatch(/const \{[^}]*\} = props;/);
    },
  );
});

describe("the guards themselves", () => {
  it("see an import across a border", () => {
    expect(target("ui/Button.tsx", "../state/app")).toBe("state");
    expect(target("view/a/b.ts", "~/api/types")).toBe("api");
    expect(target("view/a/b.ts", "solid-js")).toBeUndefined();
    expect(importsOf('import { x } from "../state/app";')).toEqual(["../state/app"]);
  });
});
