import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { violations } from "./axe.ts";
import { type Device, openBrowser, openDevice, PHONE } from "./browser.ts";
import { composer, message, say, setUp, signIn } from "./people.ts";
import { makeServer, type Server } from "./server.ts";

describe("the client for everybody", () => {
  let server: Server;
  let browser: Browser;
  let ada: Device;

  beforeAll(async () => {
    server = await makeServer();
    await server.start();
    browser = await openBrowser();
    // While something fades in, its contrast is that of a moment.
    ada = await openDevice(browser, { reducedMotion: "reduce" });
  });

  afterAll(async () => {
    await browser?.close();
    await server?.remove();
  });

  test("is clean from the first page on", async () => {
    await ada.page.goto(server.url);
    await ada.page.getByLabel("Username").waitFor();
    expect(await violations(ada.page)).toEqual([]);
    await setUp(ada.page, server.url, "ada", "Open Doors");
    for (const text of ["One", "Two with `code`", "> quoted", "https://example.org/a"])
      await say(ada.page, text);
    await message(ada.page, "example.org").waitFor();
    expect(await violations(ada.page)).toEqual([]);
  });

  test("is clean in the light, on a phone and in German", async () => {
    const phone = await openDevice(browser, {
      viewport: PHONE,
      colorScheme: "light",
      locale: "de-DE",
      reducedMotion: "reduce",
    });
    await phone.page.goto(`${server.url}/login`);
    await phone.page.getByRole("button", { name: "Anmelden", exact: true }).waitFor();
    expect(await violations(phone.page)).toEqual([]);
    await phone.context.close();
    const small = await openDevice(browser, {
      viewport: PHONE,
      colorScheme: "light",
      reducedMotion: "reduce",
    });
    await signIn(small.page, server.url, "ada");
    expect(await violations(small.page)).toEqual([]);
    const wide = await small.page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
    expect(wide, "nothing sticks out of the phone").toBe(false);
    expect(small.faults).toEqual([]);
    await small.context.close();
  });

  test("is clean in the settings", async () => {
    await ada.page.getByRole("button", { name: "Settings", exact: true }).click();
    const settings = ada.page.getByRole("dialog", { name: "Settings" });
    await settings.waitFor();
    expect(await violations(ada.page)).toEqual([]);
    await ada.page.keyboard.press("Escape");
    // Until it is gone, the page behind takes neither focus nor keys.
    await settings.waitFor({ state: "detached" });
  });

  test("is driven by the keyboard alone", async () => {
    await composer(ada.page).focus();
    await ada.page.keyboard.type("typed, not clicked");
    await ada.page.keyboard.press("Enter");
    await message(ada.page, "typed, not clicked").waitFor();
    await ada.page.keyboard.press("ArrowUp");
    await ada.page.getByRole("textbox", { name: "Edit the message" }).waitFor();
    await ada.page.keyboard.press("Escape");
    await ada.page.keyboard.press("Control+k");
    await ada.page.getByRole("combobox").first().waitFor();
    expect(await violations(ada.page)).toEqual([]);
    await ada.page.keyboard.press("Escape");
    await ada.page.getByRole("combobox").first().waitFor({ state: "detached" });
  });

  test("leaves no error behind", () => {
    expect(ada.faults).toEqual([]);
  });
});
