import type { Browser } from "playwright-core";
import type { Browser as Firefox, Page as FirefoxPage } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { CALLING, type Device, openBrowser, openDevice } from "./browser.ts";
import { singAt } from "./callDevices.ts";
import { type Heard, hears, keepConnections, measure, until } from "./callProof.ts";
import { FIREFOX, FIREFOX_TONE, openFirefox } from "./firefox.ts";
import { inviteLink, joinByInvite, PASSWORD, setUp } from "./people.ts";
import { makeServer, type Server } from "./server.ts";

const ADA_SINGS = 440;

/** A call between two engines. Without a Firefox on the machine there is nothing to try. */
describe.skipIf(!FIREFOX)("a call between Firefox and Chromium", () => {
  let server: Server;
  let browser: Browser;
  let firefox: Firefox;
  let ada: Device;
  let fox: FirefoxPage;

  beforeAll(async () => {
    server = await makeServer();
    const [, chromium, other] = await Promise.all([
      server.start(),
      openBrowser(CALLING),
      openFirefox(FIREFOX ?? ""),
    ]);
    browser = chromium;
    firefox = other;
    ada = await openDevice(browser, { permissions: ["microphone", "camera"] });
    await ada.page.addInitScript(keepConnections);
    await ada.page.addInitScript(singAt, ADA_SINGS);
    await setUp(ada.page, server.url, "ada", "Two Engines");
    const stranger = await openDevice(browser);
    await joinByInvite(stranger.page, await inviteLink(ada.page), "fox");
    await stranger.context.close();
    fox = await signIn(firefox, server.url);
  });

  afterAll(async () => {
    await firefox?.close();
    await browser?.close();
    await server?.remove();
  });

  test("each hears the other", async () => {
    await ada.page.getByRole("link", { name: "Join General" }).click();
    await click(fox, 'a[aria-label="Join General"]');
    expect((await until(ada.page, (now) => hears(now, FIREFOX_TONE), 30_000)).cipher).toMatch(/GCM/);
    await untilFox(fox, (now) => now.packets > 20 && now.energy > 0);
  });

  test("both see the other's face", async () => {
    await ada.page.getByRole("button", { name: "Camera", exact: true }).click();
    await untilFox(fox, (now) => now.frames > 10);
    await click(fox, 'button[aria-label="Camera"]');
    await until(ada.page, (now) => now.frames > 10);
  });
});

async function signIn(firefox: Firefox, url: string): Promise<FirefoxPage> {
  const page = await firefox.newPage();
  await page.setViewport({ width: 1_280, height: 800 });
  await page.evaluateOnNewDocument(keepConnections);
  await page.goto(`${url}/login`);
  await page.evaluate(() =>
    localStorage.setItem(
      "parley.call",
      JSON.stringify({ suppression: "off", automatic: false, thresholdDb: -90 }),
    ),
  );
  await page.waitForSelector("input[type=password]");
  await page.type("input:not([type=password])", "fox");
  await page.type("input[type=password]", PASSWORD);
  await page.keyboard.press("Enter");
  await page.waitForSelector('a[aria-label="Join General"]');
  return page;
}

async function click(page: FirefoxPage, selector: string) {
  const element = await page.waitForSelector(selector, { timeout: 15_000 });
  await element?.click();
}

async function untilFox(page: FirefoxPage, enough: (now: Heard) => boolean): Promise<Heard> {
  let now: Heard | undefined;
  for (const end = Date.now() + 30_000; Date.now() < end; ) {
    now = await page.evaluate(measure);
    if (enough(now)) return now;
  }
  throw new Error(`Firefox waited in vain: ${JSON.stringify(now)}`);
}
