import { mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";
import { expect } from "vitest";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

interface AxeWindow {
  axe: { run(options: unknown): Promise<{ violations: { id: string; nodes: { target: string[] }[] }[] }> };
}

/** WCAG 2.2 AA as far as a machine can tell; the answer names each broken rule and where. */
export async function violations(page: Page): Promise<string[]> {
  // The page's policy forbids foreign scripts, so axe is evaluated by the debugger.
  await page.evaluate(AXE);
  return page.evaluate(async () => {
    const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
    const { violations } = await (window as unknown as AxeWindow).axe.run({ runOnly: tags });
    return violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.target.join(" ")).join(", ")}`);
  });
}

/** Expects a view that everybody can use; with E2E_LOOK it is also kept there as a picture, for people to judge. */
export async function look(page: Page, name: string) {
  const folder = process.env.E2E_LOOK;
  if (folder) {
    mkdirSync(folder, { recursive: true });
    await page.screenshot({ path: `${folder}/${name}.png` });
  }
  expect.soft(await violations(page), name).toEqual([]);
}
