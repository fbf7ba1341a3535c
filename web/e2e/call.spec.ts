import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { CALLING, type Device, openBrowser, openDevice } from "./browser.ts";
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
    for (const device of [ada, ben, cleo]) await device.page.addInitScript(keepConnections);
    await setUp(ada.page, server.url, "ada", "Workshop");
    const link = await inviteLink(ada.page);
    await joinByInvite(ben.page, link, "ben");
    await joinByInvite(cleo.page, link, "cleo");
  });

  afterAll(async () => {
    await browser?.close();
    await server?.remove();
  });

  test("two people hear each other by sealed packets", async () => {
    await enter(ada.page);
    await enter(ben.page);
    for (const device of [ada, ben]) {
      const heard = await until(device.page, (now) => now.packets > 20 && now.energy > 0);
      expect(heard.cipher).toMatch(/AES.*GCM/i);
    }
    await ada.page.getByRole("list", { name: "People in General" }).first().getByText("Ben").waitFor();
  });

  test("a face shown by one is seen by the other", async () => {
    await ada.page.getByRole("button", { name: "Camera" }).click();
    await until(ben.page, (now) => now.frames > 10);
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
