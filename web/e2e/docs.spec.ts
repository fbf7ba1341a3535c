import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Device, openBrowser, openDevice, PHONE } from "./browser.ts";
import { makeServer, type Server } from "./server.ts";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

interface AxeWindow {
  axe: {
    run(
      options: unknown,
    ): Promise<{ violations: { id: string; nodes: { html: string; failureSummary: string }[] }[] }>;
  };
}

async function violations(device: Device): Promise<string[]> {
  await device.page.evaluate(AXE);
  return device.page.evaluate(async () => {
    const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
    const { violations } = await (window as unknown as AxeWindow).axe.run({ runOnly: tags });
    return violations.map((one) => `${one.id} ${one.nodes[0]?.html} ${one.nodes[0]?.failureSummary}`);
  });
}

describe("the page about the API", () => {
  let server: Server;
  let browser: Browser;

  beforeAll(async () => {
    server = await makeServer();
    await server.start();
    browser = await openBrowser();
  });

  afterAll(async () => {
    await browser?.close();
    await server?.remove();
  });

  test("shows what a route takes and answers", async () => {
    const reader = await openDevice(browser, { reducedMotion: "reduce" });
    await reader.page.goto(`${server.url}/api/docs`);
    await reader.page.getByLabel("Find").fill("post /channels/{channel}/messages");
    const route = reader.page
      .locator("details:visible")
      .filter({ has: reader.page.getByText("/channels/{channel}/messages", { exact: true }) });
    await route.locator("summary").click();
    const takes = route.locator("pre").first();
    await takes.waitFor();
    const text = await takes.textContent();
    for (const field of ["content?: string", "embeds?:", "components?:", "poll?:"])
      expect(text).toContain(field);
    expect(await route.locator("pre").last().textContent()).toContain("Message {");
    expect(await violations(reader)).toEqual([]);
    if (process.env.SHOTS) await reader.page.screenshot({ path: `${process.env.SHOTS}/docs.png` });
  });

  test("fits a phone, in the dark", async () => {
    const phone = await openDevice(browser, {
      viewport: PHONE,
      colorScheme: "dark",
      reducedMotion: "reduce",
    });
    await phone.page.goto(`${server.url}/api/docs`);
    await phone.page.getByLabel("Find").fill("patch /channels/{channel}");
    await phone.page.locator("details:visible summary").first().click();
    await phone.page.locator("details[open] pre").first().waitFor();
    const width = await phone.page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(PHONE.width);
    expect(await violations(phone)).toEqual([]);
    if (process.env.SHOTS) await phone.page.screenshot({ path: `${process.env.SHOTS}/docs-phone.png` });
  });
});
