import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { look } from "./axe.ts";
import { CALLING, type Device, openBrowser, openDevice } from "./browser.ts";
import { keepInputs, keepSounds, loudness, notes, open } from "./callDevices.ts";
import { type Heard, keepConnections, share, until } from "./callProof.ts";
import { inviteLink, joinByInvite, setUp } from "./people.ts";
import { openRest } from "./rest.ts";
import { makeServer, type Server } from "./server.ts";

const TALKING = { permissions: ["microphone", "camera"] };

/** People in a voice channel, each in a Chromium of their own with a beeping microphone and a test picture. The steps build on each other. */
describe("a call", () => {
  let server: Server;
  let browser: Browser;
  let ada: Device;
  let ben: Device;
  let cleo: Device;

  beforeAll(async () => {
    server = await makeServer();
    await server.start();
    browser = await openBrowser(CALLING);
    [ada, ben, cleo] = (await Promise.all([1, 2, 3].map(() => openDevice(browser, TALKING)))) as [
      Device,
      Device,
      Device,
    ];
    for (const device of [ada, ben, cleo]) {
      await device.page.addInitScript(keepConnections);
      await device.page.addInitScript(keepSounds);
      await device.page.addInitScript(keepInputs);
    }
    await setUp(ada.page, server.url, "ada", "Workshop");
    const link = await inviteLink(ada.page);
    await joinByInvite(ben.page, link, "ben");
    await joinByInvite(cleo.page, link, "cleo");
  });

  afterAll(async () => {
    await browser?.close();
    await server?.remove();
  });

  test("the microphone is tried before the first call, and costs nothing while nobody talks", async () => {
    const { page } = ada;
    expect(await heapMb(page)).toBeLessThan(40);
    await page.keyboard.press("Control+,");
    await page.getByRole("button", { name: "Voice and video" }).click();
    await page.getByRole("button", { name: "Hear yourself" }).click();
    await page.getByText("Speak: you hear yourself").waitFor();
    const level = page.getByRole("meter", { name: "Level" });
    await expect.poll(async () => Number(await level.getAttribute("value"))).toBeGreaterThan(-50);
    expect(await page.locator("[data-threshold]").getAttribute("data-threshold")).toBe("-90");
    await expect.poll(async () => (await loudness(page)).volumes).toEqual([1]);
    await page.getByLabel("Microphone").selectOption({ label: "Fake Audio Input 2" });
    await expect.poll(() => open(page, "audio")).toEqual(["Fake Audio Input 2"]);
    await look(page, "voice-settings");
    await page.getByRole("button", { name: "Stop", exact: true }).click();
    await expect.poll(() => open(page, "audio")).toEqual([]);
    await page.getByLabel("Microphone").selectOption({ label: "System default" });
    await page.keyboard.press("Escape");
  });

  test("two people hear each other by sealed packets", async () => {
    await enter(ada.page);
    expect(await notes(ada.page)).toEqual([392, 523, 659]);
    await enter(ben.page);
    await expect.poll(() => notes(ada.page)).toEqual([523, 659]);
    for (const device of [ada, ben]) {
      const heard = await until(device.page, (now) => now.packets > 20 && now.energy > 0);
      expect(heard.cipher).toMatch(/AES.*GCM/i);
    }
    await ada.page.getByRole("list", { name: "People in General" }).first().getByText("Ben").waitFor();
  });

  test("a face shown by one is seen by the other", async () => {
    await ada.page.getByRole("button", { name: "Camera", exact: true }).click();
    await until(ben.page, (now) => now.frames > 10);
  });

  test("devices are changed in the midst of the call, and one that is pulled out gives way", async () => {
    const { page } = ada;
    const connections = () => page.evaluate(() => (globalThis as unknown as { kept: unknown[] }).kept.length);
    const before = await connections();
    await page.getByRole("button", { name: "Voice settings" }).click();
    const dialog = page.getByRole("dialog", { name: "Voice settings" });
    await dialog.getByLabel("Microphone").selectOption({ label: "Fake Audio Input 2" });
    // Not the second: Chromium gives its pictures to no connection.
    await dialog.getByLabel("Camera", { exact: true }).selectOption({ label: "fake_device_2" });
    await dialog.getByLabel("Loudspeaker").selectOption({ index: 1 });
    await expect.poll(() => open(page, "audio")).toEqual(["Fake Audio Input 2"]);
    await expect.poll(async () => (await open(page, "video"))[0]).toMatch(/fake_device_2/);
    await expect.poll(() => sinks(page)).not.toContain("");
    const { packets, frames } = await until(ben.page, () => true);
    await until(ben.page, (now) => now.packets > packets + 20 && now.frames > frames + 5);
    await page.evaluate(pullAll);
    await expect.poll(async () => (await open(page, "audio")).join()).toMatch(/Default|Input 1/);
    await expect.poll(async () => (await open(page, "video"))[0]).toMatch(/fake_device_0/);
    const after = await until(ben.page, () => true);
    await until(ben.page, (now) => now.packets > after.packets + 20 && now.frames > after.frames + 5);
    await page.evaluate(() => (globalThis as unknown as { plugIn(): void }).plugIn());
    await expect.poll(() => open(page, "audio")).toEqual(["Fake Audio Input 2"]);
    await expect.poll(async () => (await open(page, "video"))[0]).toMatch(/fake_device_2/);
    expect(await connections()).toBe(before);
    await page.keyboard.press("Escape");
  });

  test("from the list somebody is muted and made louder for oneself alone, and muted for everybody", async () => {
    const { page } = ada;
    const list = page.getByRole("list", { name: "People in General" }).first();
    const choose = async (item: string) => {
      await list.getByRole("button", { name: /Ben/ }).click({ button: "right" });
      await page.getByRole("menuitem", { name: item }).click();
    };
    await choose("Mute for me");
    await list.getByLabel("muted for you").waitFor();
    await expect.poll(async () => (await loudness(page)).volumes).toEqual([0]);
    await choose("Hear again");
    await expect.poll(async () => (await loudness(page)).volumes).toEqual([1]);
    await choose("Volume…");
    await look(page, "call-volume");
    await page.getByRole("slider", { name: /Volume of Ben/ }).fill("50");
    await expect.poll(async () => (await loudness(page)).volumes).toEqual([0.5]);
    await page.getByRole("slider", { name: /Volume of Ben/ }).fill("100");
    await page.keyboard.press("Escape");
    await list.getByRole("button", { name: /Ben/ }).focus();
    await page.keyboard.press("Shift+F10");
    await page.getByRole("menuitem", { name: "Mute for everybody" }).waitFor();
    await look(page, "call-menu");
    await page.getByRole("menuitem", { name: "Mute for everybody" }).click();
    await list.getByLabel("muted", { exact: true }).waitFor();
    await choose("Let everybody hear again");
    await list.getByLabel("muted", { exact: true }).waitFor({ state: "detached" });
  });

  test("who may not connect any more hears nothing from that moment", async () => {
    await enter(cleo.page);
    await until(cleo.page, (now) => now.packets > 10);
    const rest = await openRest(server.url, "ada");
    const guild = (await rest.get("/users/@me/guilds"))[0].id;
    const channel = (await rest.get(`/guilds/${guild}/channels`)).find(
      (one: { type: number }) => one.type === 2,
    ).id;
    const cleoId = (await rest.get(`/guilds/${guild}/members/search?query=cleo`))[0].user.id;
    await rest.put(`/channels/${channel}/permissions/${cleoId}`, { type: 1, allow: "0", deny: "1048576" });
    await cleo.page.getByRole("alert").getByText("You were disconnected").waitFor();
    await until(cleo.page, (now) => !now.connected);
  });

  test("after the server was killed they talk again by themselves, and see the screen that was shared", async () => {
    await share(ada.page, "480p24");
    await ben.page.getByRole("button", { name: "Watch the screen of Ada" }).click();
    const both = (now: Heard) => now.heights.some((one) => one > 0 && one <= 480) && now.heights.length === 2;
    await until(ben.page, both);
    await ben.page.getByRole("button", { name: "Mute the microphone" }).click();
    await server.end("SIGKILL");
    await server.start();
    const back = Date.now();
    const seen = await until(
      ben.page,
      (now) => both(now) && now.frames > 4 && now.energy > 0 && now.connected,
      20_000,
    );
    console.info(`back with voice, face and screen ${Date.now() - back} ms after the node was ready`);
    expect(seen.packets).toBeGreaterThan(0);
    const [screen] = (await until(ada.page, (now) => now.shared[0]?.maxFramerate === 24)).shared;
    expect(screen).toMatchObject({ hint: "detail", maxBitrate: 900_000 });
    await ada.page.getByText("Watched by Ben").waitFor();
    await ben.page.getByRole("button", { name: "Mute the microphone", pressed: true }).waitFor();
    expect((await until(ada.page, (now) => now.packets > 0 || now.connected)).energy).toBe(0);
    await ben.page.getByRole("button", { name: "Mute the microphone" }).click();
    await until(ada.page, (now) => now.packets > 20 && now.energy > 0);
    const used = await heapMb(ada.page);
    expect(used).toBeLessThan(80);
    await ada.page.getByRole("button", { name: "Stop sharing" }).click();
  });

  test("a call rings for the other, who joins it", async () => {
    const rest = await openRest(server.url, "ada");
    const guild = (await rest.get("/users/@me/guilds"))[0].id;
    const benId = (await rest.get(`/guilds/${guild}/members/search?query=ben`))[0].user.id;
    const { id } = await rest.post("/users/@me/channels", { recipient_id: benId });
    await ada.page.goto(`${server.url}/channels/@me/${id}`);
    await ada.page.getByRole("button", { name: "Call", exact: true }).click();
    await ben.page.getByRole("alert").getByText("Ada is calling").waitFor();
    await ben.page.getByRole("button", { name: "Join the call" }).click();
    for (const device of [ada, ben]) await until(device.page, (now) => now.packets > 20 && now.energy > 0);
  });

  test("nothing broke meanwhile", () => {
    for (const device of [ada, ben, cleo]) expect(device.faults).toEqual([]);
  });
});

async function enter(page: Page) {
  await page.getByRole("link", { name: "Join General" }).click();
  await page.getByRole("status").filter({ hasText: "Connected" }).waitFor();
}

/** What the page's objects take after a collection of garbage. */
async function heapMb(page: Page): Promise<number> {
  const debug = await page.context().newCDPSession(page);
  await debug.send("HeapProfiler.collectGarbage");
  const { usedSize } = await debug.send("Runtime.getHeapUsage");
  await debug.detach();
  return usedSize / 1e6;
}

/** By which device each voice is played. */
const sinks = (page: Page) =>
  page.evaluate(() =>
    [...(globalThis as unknown as { played: Set<HTMLAudioElement & { sinkId: string }> }).played]
      .filter((one) => one.srcObject && one instanceof HTMLAudioElement)
      .map((one) => one.sinkId),
  );

/** Pulls out everything that is open. */
function pullAll() {
  const { inputs, pull } = globalThis as unknown as {
    inputs: MediaStreamTrack[];
    pull(track: MediaStreamTrack): void;
  };
  for (const track of inputs) if (track.readyState === "live") pull(track);
}
