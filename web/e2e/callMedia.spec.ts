import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { look } from "./axe.ts";
import { CALLING, type Device, openBrowser, openDevice, PHONE } from "./browser.ts";
import { keepSounds, loudness, singAt } from "./callDevices.ts";
import { blockUdp, type Heard, hears, keepConnections, share, until } from "./callProof.ts";
import { inviteLink, joinByInvite, openChannel, setUp } from "./people.ts";
import { makeServer, type Server } from "./server.ts";

const TONES = { ada: 440, ben: 660, cleo: 880, dan: 1_320 };
type Name = keyof typeof TONES;
/** What a headless Chromium has, and a screen is never made larger than it is. */
const SCREEN = 1_080;
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
      if (name === "ben") await device.page.addInitScript(keepSounds);
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

  test("what was pinned is large again when one comes back", async () => {
    const { page } = people.ben;
    await openChannel(page, "general");
    await page.getByText("In General", { exact: true }).click();
    const rest = page.getByRole("list", { name: "People in General" }).last();
    await rest.getByRole("figure", { name: "Ada", exact: true }).waitFor();
    await page.getByRole("figure", { name: "Cleo", exact: true }).hover();
    await page.getByRole("button", { name: "Unpin Cleo", exact: true }).waitFor();
    expect(await rest.getByRole("figure", { name: "Cleo", exact: true }).count()).toBe(0);
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
    await share(ben, "480p24");
    await press(people.ada.page, "Watch the screen of Ben");
    const screen = people.ada.page.getByRole("figure", { name: "Screen of Ben" });
    await screen.getByText(/^\d+×4\d\d · \d+ fps · [1-9][\d.,]* [kM]bit\/s$/).waitFor({ timeout: 20_000 });
    await ben.getByText("Watched by Ada").waitFor();
    await look(people.ada.page, "call-screen");
  });

  test.each([
    ["480p24", "text", 480, 24, 900_000],
    ["720p30", "motion", 720, 30, 2_500_000],
    ["1080p30", "text", 1_080, 30, 5_000_000],
    ["1080p60", "motion", 1_080, 60, 8_000_000],
  ] as const)("%s for %s is what is captured, encoded and seen", async (tier, mode, height, fps, bitrate) => {
    const ben = people.ben.page;
    await ben.getByRole("figure", { name: "Screen of Ben" }).hover();
    await press(ben, "Quality of the shared screen");
    await ben.getByLabel("Quality", { exact: true }).selectOption(tier);
    await ben.getByLabel("Best for").selectOption(mode);
    if (tier === "480p24") await look(ben, "call-reshape");
    await press(ben, "Apply");
    const seen = (now: Heard) => Math.max(...now.heights);
    const sent = await until(ben, ({ shared: [one] }) => one?.maxFramerate === fps && one.height > 0);
    expect(sent.shared[0]).toMatchObject({
      hint: mode === "text" ? "detail" : "motion",
      gives: mode === "text" ? "maintain-resolution" : "maintain-framerate",
      scale: 1,
      maxBitrate: bitrate,
    });
    const tall = Math.min(height, SCREEN);
    await until(people.ada.page, (now) => seen(now) > tall * 0.85 && seen(now) <= tall, 20_000);
    await until(ben, ({ shared: [one] }) => one !== undefined && one.fps <= fps + 2 && one.height <= tall);
  });

  test("a screen fills the whole display, or floats while one is elsewhere", async () => {
    const { page } = people.ada;
    const screen = page.getByRole("figure", { name: "Screen of Ben" });
    await screen.hover();
    await screen.getByRole("button", { name: "Full screen" }).click();
    await expect
      .poll(() => page.evaluate(() => document.fullscreenElement?.getAttribute("aria-label")))
      .toBe("Screen of Ben");
    await screen.hover();
    await screen.getByRole("button", { name: "Leave full screen" }).click();
    await expect.poll(() => page.evaluate(() => document.fullscreenElement === null)).toBe(true);
    await screen.hover();
    await screen.getByRole("button", { name: "Picture in picture" }).click();
    const floats = () =>
      page.evaluate(() => {
        const video = document.pictureInPictureElement as HTMLVideoElement | null;
        return (video?.videoWidth ?? 0) > 0;
      });
    await expect.poll(floats).toBe(true);
    await openChannel(page, "general");
    expect(await floats(), "it stays while one reads").toBe(true);
    await page.evaluate(() => document.exitPictureInPicture());
    await page.getByText("In General", { exact: true }).click();
    await page.evaluate(() => {
      HTMLVideoElement.prototype.requestPictureInPicture = () => Promise.reject(new Error("none here"));
    });
    await screen.hover();
    await screen.getByRole("button", { name: "Picture in picture" }).click();
    await openChannel(page, "general");
    const floating = page.getByRole("region", { name: "Floating picture: Screen of Ben" });
    await expect
      .poll(() => floating.locator("video").evaluate((one: HTMLVideoElement) => one.videoWidth))
      .toBeGreaterThan(0);
    await floating.getByRole("button", { name: "To the other corner" }).click();
    await look(page, "call-floating");
    await floating.getByRole("button", { name: "Close the floating picture" }).click();
    await floating.waitFor({ state: "detached" });
    await page.getByText("In General", { exact: true }).click();
  });

  test("the numbers of the line are told as a whole and for each person", async () => {
    const { page } = people.ada;
    await page.getByRole("button", { name: /good line|fair line|poor line/ }).click();
    const line = page.getByRole("dialog", { name: "Your line" });
    await line.getByRole("row", { name: /^Ben .*% .*ms .*bit\/s$/ }).waitFor();
    await look(page, "call-line");
    await page.keyboard.press("Escape");
    await page.getByRole("figure", { name: "Screen of Ben" }).hover();
    await press(page, "Stop watching");
    await people.ben.page.getByText("Nobody watches yet").waitFor();
    await press(people.ben.page, "Stop sharing");
  });

  test("a person is made twice as loud as they are sent", async () => {
    const { page } = people.ben;
    await page.getByRole("figure", { name: "Ada", exact: true }).hover();
    await press(page, "Volume of Ada");
    const slider = page.getByRole("slider", { name: /Volume of Ada/ });
    await slider.fill("150");
    await expect.poll(async () => (await loudness(page)).amplitude).toBeGreaterThan(0.38);
    expect((await loudness(page)).amplitude).toBeLessThan(0.5);
    await slider.fill("200");
    await expect.poll(async () => (await loudness(page)).amplitude).toBeGreaterThan(0.53);
    await slider.fill("100");
    await expect.poll(async () => (await loudness(page)).amplitude).toBeLessThan(0.01);
    await page.keyboard.press("Escape");
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

  test("is clean in its settings", async () => {
    await press(people.ada.page, "Voice settings");
    const dialog = people.ada.page.getByRole("dialog", { name: "Voice settings" });
    await dialog.getByLabel("Noise suppression").selectOption({ label: "On this device, by a model" });
    await look(people.ada.page, "call-settings");
    expect(await dialog.getByText("does not run").count(), "the model runs").toBe(0);
    await people.ada.page.keyboard.press("Escape");
  });

  test("is clean on a phone", async () => {
    await look(people.cleo.page, "call-phone");
    await press(people.cleo.page, "Chat of the channel");
    await look(people.cleo.page, "call-phone-chat");
  });

  test("on a phone the call goes on above what one reads", async () => {
    const { page } = people.cleo;
    await press(page, "Close the chat");
    await press(page, "Communities and channels");
    await openChannel(page, "general");
    const strip = page.getByRole("region", { name: "Call in progress" });
    await strip.getByText("Connected").waitFor();
    await strip.getByRole("button", { name: "Mute the microphone" }).click();
    await strip.getByRole("button", { name: "Mute the microphone", pressed: true }).waitFor();
    await look(page, "call-phone-strip");
    await strip.getByRole("link", { name: /General/ }).click();
    await page.getByRole("figure", { name: "Ada", exact: true }).waitFor();
  });

  test("nothing broke meanwhile", () => {
    for (const name of NAMES) expect(people[name].faults, name).toEqual([]);
  });
});

async function enter(page: Page) {
  const drawer = page.getByRole("button", { name: "Communities and channels" });
  if (await drawer.isVisible()) await drawer.click();
  await page.getByRole("link", { name: "Join General" }).click();
  await page.getByRole("button", { name: "Disconnect" }).first().waitFor();
  await until(page, (now) => now.connected);
}

const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).first().click();

async function pin(page: Page, name: string) {
  await page.getByRole("figure", { name, exact: true }).hover();
  await press(page, `Pin ${name}`);
}
