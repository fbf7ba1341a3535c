import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { CALLING, type Device, openBrowser, openDevice } from "./browser.ts";
import { blow, singAt } from "./callDevices.ts";
import { keepConnections, until } from "./callProof.ts";
import { setUp } from "./people.ts";
import { makeServer, type Server } from "./server.ts";

const TONE = 440;
const FAN_DB = -18;

describe("noise beside a voice", () => {
  let server: Server;
  let browser: Browser;
  let ada: Device;

  beforeAll(async () => {
    server = await makeServer();
    await server.start();
    browser = await openBrowser(CALLING);
    ada = await openDevice(browser, { permissions: ["microphone"] });
    await ada.page.addInitScript(keepConnections);
    await ada.page.addInitScript(singAt, TONE);
    await setUp(ada.page, server.url, "ada", "Workshop");
  });

  afterAll(async () => {
    await browser?.close();
    await server?.remove();
  });

  test("the model takes a fan out of what is sent", async () => {
    const { page } = ada;
    await page.getByRole("link", { name: "Join General" }).click();
    await until(page, (now) => now.connected);
    // Devices of these tests begin without suppression (`browser.ts`).
    await expect.poll(() => blow(page)).toBe(1);
    await until(page, (now) => Math.abs(now.sentDb - FAN_DB) < 5);
    await page.getByRole("button", { name: "Voice settings", exact: true }).first().click();
    const dialog = page.getByRole("dialog", { name: "Voice settings" });
    await dialog.getByLabel("Noise suppression").selectOption({ label: "On this device, by a model" });
    // The microphone is opened anew for the model.
    await expect.poll(() => blow(page)).toBe(2);
    await page.keyboard.press("Escape");
    await until(page, (now) => now.sentDb < FAN_DB - 15);
  });

  test("nothing broke meanwhile", () => {
    expect(ada.faults).toEqual([]);
  });
});
