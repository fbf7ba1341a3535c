import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { CALLING, type Device, openBrowser, openDevice } from "./browser.ts";
import { keepConnections, until } from "./callProof.ts";
import { makeCutter } from "./cutter.ts";
import { inviteLink, joinByInvite, setUp } from "./people.ts";
import { makeServer, type Server } from "./server.ts";

const TALKING = { permissions: ["microphone", "camera"] };

/** The voice socket of one of two in a call breaks; the media between them does not. */
describe("a voice socket that breaks", () => {
  let server: Server;
  let browser: Browser;
  let line: Awaited<ReturnType<typeof makeCutter>>;
  let ada: Device;
  let ben: Device;

  beforeAll(async () => {
    server = await makeServer();
    await server.start();
    line = await makeCutter(server.port);
    browser = await openBrowser(CALLING);
    [ada, ben] = (await Promise.all([1, 2].map(() => openDevice(browser, TALKING)))) as [Device, Device];
    for (const device of [ada, ben]) await device.page.addInitScript(keepConnections);
    await setUp(ada.page, line.url, "ada", "Workshop");
    const link = new URL(await inviteLink(ada.page));
    await joinByInvite(ben.page, `${server.url}${link.pathname}${link.search}${link.hash}`, "ben");
  });

  afterAll(async () => {
    await browser?.close();
    line?.close();
    await server?.remove();
  });

  const connections = (device: Device) =>
    device.page.evaluate(() => (globalThis as unknown as { kept: unknown[] }).kept.length);

  test("is taken up again, without a new connection or a gap", async () => {
    for (const { page } of [ada, ben]) {
      await page.getByRole("link", { name: "Join General" }).click();
      await page.getByRole("status").filter({ hasText: "Connected" }).waitFor({ state: "attached" });
    }
    await ben.page.getByRole("button", { name: "Camera", exact: true }).click();
    const before = await until(ada.page, (now) => now.frames > 10 && now.packets > 20);
    expect(line.cut()).toBe(1);
    await ben.page.getByRole("button", { name: "Camera", exact: true }).click();
    await ada.page.getByRole("button", { name: "Camera", exact: true }).click();
    await until(ben.page, (now) => now.frames > 10);
    await until(ada.page, (now) => now.widths.every((one) => one === 0) || now.frames >= before.frames);
    const after = await until(ada.page, (now) => now.packets > before.packets + 100);
    expect(after.connected).toBe(true);
    expect([await connections(ada), await connections(ben)]).toEqual([1, 1]);
  });

  test("nothing broke meanwhile", () => {
    for (const device of [ada, ben])
      expect(device.faults.filter((one) => !/WebSocket/.test(one))).toEqual([]);
  });
});
