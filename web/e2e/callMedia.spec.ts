import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { look } from "./axe.ts";
import { CALLING, type Device, openBrowser, openDevice, PHONE } from "./browser.ts";
import { blockUdp, hears, keepConnections, singAt, until } from "./callProof.ts";
import { inviteLink, joinByInvite, setUp } from "./people.ts";
import { makeServer, type Server } from "./server.ts";

const TONES = { ada: 440, ben: 660, cleo: 880, dan: 1_320 };
type Name = keyof typeof TONES;
const NAMES = Object.keys(TONES) as Name[];

/** Four people in one room, each singing a tone of their own, so that who is heard is known and not believed. */
describe("four browsers in a call", () => {
  let server: Server;
  let browser: Browser;
  const people = {} as Record<Name, Device>;

  beforeAll(async () => {
    server = await makeServer();
    await server.start();
    browser = await openBrowser(CALLING);
    for (const name of NAMES) {
      const device = await openDevice(browser, {
        permissions: ["microphone", "camera"],
        reducedMotion: "reduce",
        ...(name === "cleo" && { viewport: PHONE, colorScheme: "light" as const }),
      });
      await device.page.addInitScript(keepConnections);
      await device.page.addInitScript(singAt, TONES[name]);
      if (name === "dan") await device.page.addInitScript(blockUdp);
      people[name] = device;
    }
    await setUp(people.ada.page, server.url, "ada", "Choir");
    const link = await inviteLink(people.ada.page);
    for (const name of NAMES.slice(1)) await joinByInvite(people[name].page, link, name);
  });

  afterAll(async () => {
    await browser?.close();
    await server?.remove();
  });

  test("everybody recognises everybody else by their tone, sealed by GCM", async () => {
    for (const name of NAMES) await enter(people[name].page);
    for (const name of NAMES) {
      const others = NAMES.filter((other) => other !== name);
      const heard = await until(people[name].page, (now) =>
        others.every((other) => hears(now, TONES[other])),
      );
      expect(hears(heard, TONES[name]), "nobody hears themselves").toBe(false);
      expect(heard.cipher).toMatch(/AEAD_AES_128_GCM$/);
      expect(heard.rtt ?? 0).toBeLessThan(1_000);
    }
  });

  test("who has no UDP talks by TCP", async () => {
    expect((await until(people.dan.page, (now) => now.way !== "")).way).toBe("tcp");
    expect((await until(people.ada.page, (now) => now.way !== "")).way).toBe("udp");
  });

  test("a face is as large as it is drawn, and layers that nobody looks at are not encoded", async () => {
    await press(people.ada.page, "Camera");
    const { page } = people.ben;
    const before = await until(page, (now) => now.frames > 5);
    await until(people.ada.page, (now) => now.layers.length === 3 && !now.layers[2]);
    await pin(page, "Ada");
    await until(page, (now) => now.widths.includes(960));
    expect((await until(people.ada.page, (now) => now.layers[2] === true)).layers).toEqual([
      true,
      true,
      true,
    ]);
    await pin(page, "Cleo");
    const after = await until(page, (now) => now.widths.includes(240));
    expect(after.frames).toBeGreaterThan(before.frames);
    expect(after.freezes).toBeLessThanOrEqual(3);
    await until(people.ada.page, (now) => now.layers[2] === false);
  });

  test("who speaks is large in the speaker's view", async () => {
    const { page } = people.dan;
    await press(page, "Show who speaks large");
    await page.getByRole("button", { name: /^Pin / }).first().waitFor();
    expect(
      await page.getByRole("list", { name: "People in General" }).last().getByRole("figure").count(),
    ).toBe(3);
    await press(page, "Show who speaks large");
  });

  test("a shared screen tells its real numbers, and its owner who watches", async () => {
    const ben = people.ben.page;
    await press(ben, "Share your screen");
    await ben.getByLabel("Quality").selectOption("480p24");
    await press(ben, "Share");
    await press(people.ada.page, "Watch the screen of Ben");
    const screen = people.ada.page.getByRole("figure", { name: "Screen of Ben" });
    await screen.getByText(/^\d+×4\d\d · \d+ fps · [1-9][\d.,]* [kM]bit\/s$/).waitFor({ timeout: 20_000 });
    await ben.getByText("Watched by Ada").waitFor();
    await look(people.ada.page, "call-screen");
    await screen.hover();
    await press(people.ada.page, "Stop watching");
    await ben.getByText("Nobody watches yet").waitFor();
    await press(ben, "Stop sharing");
  });

  test("is driven by keys, and told to who cannot see it", async () => {
    const { page } = people.ada;
    await page.keyboard.press("Control+Shift+M");
    await page.getByRole("button", { name: "Mute the microphone", pressed: true }).waitFor();
    await people.ben.page.getByText("Ada is muted.", { exact: true }).waitFor({ state: "attached" });
    await until(people.ben.page, (now) => !hears(now, TONES.ada));
    await page.keyboard.press("Control+Shift+M");
    await until(people.ben.page, (now) => hears(now, TONES.ada));
  });

  test("with push to talk one is heard while the key is held, also while one writes", async () => {
    const { page } = people.ada;
    const listener = people.ben.page;
    await press(page, "Voice settings");
    await page.getByRole("switch", { name: "Push to talk" }).click();
    await page.keyboard.press("Escape");
    await until(listener, (now) => !hears(now, TONES.ada));
    await press(page, "Chat of the channel");
    await page.getByRole("textbox", { name: "Message #General" }).focus();
    await page.keyboard.down("ControlLeft");
    await until(listener, (now) => hears(now, TONES.ada));
    await page.keyboard.up("ControlLeft");
    await until(listener, (now) => !hears(now, TONES.ada));
    await press(page, "Close the chat");
  });

  test("who is deaf hears nothing, and afterwards speaks as before", async () => {
    const { page } = people.ben;
    await page.keyboard.press("Control+Shift+D");
    await page.getByRole("button", { name: "Mute the microphone", pressed: true }).waitFor();
    await until(people.cleo.page, (now) => !hears(now, TONES.ben));
    await page.keyboard.press("Control+Shift+D");
    await until(people.cleo.page, (now) => hears(now, TONES.ben));
  });

  test("is clean in its settings and on a phone", async () => {
    await press(people.ada.page, "Voice settings");
    const dialog = people.ada.page.getByRole("dialog", { name: "Voice settings" });
    await dialog.getByLabel("Noise suppression").selectOption({ label: "On this device, by a model" });
    await look(people.ada.page, "call-settings");
    expect(await dialog.getByText("does not run").count(), "the model runs").toBe(0);
    await people.ada.page.keyboard.press("Escape");
    await look(people.cleo.page, "call-phone");
    await press(people.cleo.page, "Chat of the channel");
    await look(people.cleo.page, "call-phone-chat");
  });

  test("nothing broke meanwhile", () => {
    for (const name of NAMES) expect(people[name].faults, name).toEqual([]);
  });
});

async function enter(page: Page) {
  const drawer = page.getByRole("button", { name: "Communities and channels" });
  if (await drawer.isVisible()) await drawer.click();
  await page.getByRole("link", { name: "Join General" }).click();
  await page.getByRole("button", { name: "Disconnect" }).waitFor();
  await until(page, (now) => now.connected);
}

const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).first().click();

async function pin(page: Page, name: string) {
  await page.getByRole("figure", { name, exact: true }).hover();
  await press(page, `Pin ${name}`);
}
