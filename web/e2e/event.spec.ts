import { Buffer } from "node:buffer";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { violations } from "./axe.ts";
import { type Device, openBrowser, openDevice } from "./browser.ts";
import { composer, inviteLink, joinByInvite, openChannel, say, setUp } from "./people.ts";
import { openRest } from "./rest.ts";
import { makeServer, type Server } from "./server.ts";

const PIXEL =
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

/** What a community plans, posts with pictures, the order of channels and slow mode. The steps build on each other. */
describe("what a community arranges", () => {
  let server: Server;
  let browser: Browser;
  let ada: Device;
  let ben: Device;

  beforeAll(async () => {
    server = await makeServer();
    await server.start();
    browser = await openBrowser();
    ada = await openDevice(browser, { reducedMotion: "reduce" });
    ben = await openDevice(browser, { reducedMotion: "reduce" });
    await setUp(ada.page, server.url, "ada", "Workshop");
    await joinByInvite(ben.page, await inviteLink(ada.page), "ben");
  });

  afterAll(async () => {
    await browser?.close();
    await server?.remove();
  });

  test("an event is planned, changed and begun, and whoever is interested is told", async () => {
    const { page } = ada;
    await page.getByRole("button", { name: /Community menu/ }).click();
    await page.getByRole("menuitem", { name: "Events" }).click();
    await page.getByRole("button", { name: "Plan an event" }).click();
    await page.getByRole("textbox", { name: "What is it called?" }).fill("Open day");
    await page.getByRole("textbox", { name: "Place or address" }).fill("Main hall");
    await page.getByLabel("Repeats").selectOption({ label: "Every week" });
    expect(await violations(page)).toEqual([]);
    await page.getByRole("button", { name: "Plan an event" }).click();
    await page.getByRole("heading", { name: "Open day" }).waitFor();
    await page.getByRole("button", { name: "Edit" }).click();
    await page.getByRole("textbox", { name: "What is it called?" }).fill("Open evening");
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByRole("heading", { name: "Open evening" }).waitFor();

    await ben.page.getByRole("button", { name: /Community menu/ }).click();
    await ben.page.getByRole("menuitem", { name: "Events" }).click();
    await ben.page.getByRole("button", { name: "Interested", exact: true }).click();
    await page.getByRole("button", { name: "1 interested" }).click();
    await page.getByRole("dialog", { name: "Who is interested" }).getByText("Ben").waitFor();
    await page.keyboard.press("Escape");
    expect(await violations(page)).toEqual([]);
    await page.getByRole("button", { name: "Start" }).click();
    await ben.page.getByText("Open evening begins now").waitFor();
    await page.keyboard.press("Escape");
    await ben.page.keyboard.press("Escape");
  });

  test("a media channel shows the picture that a post begins with", async () => {
    const rest = await openRest(server.url, "ada");
    const [guild] = await rest.get("/users/@me/guilds");
    await rest.post(`/guilds/${guild.id}/channels`, { name: "pictures", type: 16 });
    await ada.page.getByRole("link", { name: /pictures/ }).click();
    await ada.page.getByRole("button", { name: "New post" }).first().click();
    await ada.page.getByRole("textbox", { name: "Title" }).fill("My bench");
    await ada.page
      .locator('input[type="file"]')
      .last()
      .setInputFiles({ name: "bench.png", mimeType: "image/png", buffer: Buffer.from(PIXEL, "base64") });
    await ada.page.getByText("bench.png").waitFor();
    await ada.page.getByRole("button", { name: "Post", exact: true }).click();
    await ben.page.getByRole("link", { name: /pictures/ }).click();
    const tile = ben.page.getByRole("link", { name: /My bench/ });
    const width = () => tile.locator("img").evaluate((picture: HTMLImageElement) => picture.naturalWidth);
    await expect.poll(width, { timeout: 5_000 }).toBeGreaterThan(0);
    expect(await violations(ben.page)).toEqual([]);
  });

  test("a channel is moved with the keyboard and everybody sees it", async () => {
    const rest = await openRest(server.url, "ada");
    const [guild] = await rest.get("/users/@me/guilds");
    const channels: { id: string; type: number; name: string }[] = await rest.get(
      `/guilds/${guild.id}/channels`,
    );
    const parent = channels.find((one) => one.type === 4)?.id;
    await rest.post(`/guilds/${guild.id}/channels`, { name: "zebra", parent_id: parent });
    const row = ada.page.getByRole("link", { name: /zebra/ });
    await row.focus();
    await ada.page.keyboard.press("Control+Shift+ArrowUp");
    await ada.page.getByText("zebra was moved.").waitFor();
    const order = async () =>
      (await ben.page.getByRole("navigation", { name: "Channels" }).getByRole("link").allInnerTexts()).join(
        " ",
      );
    await expect.poll(order, { timeout: 5_000 }).toMatch(/zebra.*general/s);
  });

  test("slow mode says how long one waits", async () => {
    const rest = await openRest(server.url, "ada");
    const [guild] = await rest.get("/users/@me/guilds");
    const channels: { id: string; name: string; type: number }[] = await rest.get(
      `/guilds/${guild.id}/channels`,
    );
    const general = channels.find((one) => one.name === "general" && one.type === 0);
    await rest.patch(`/channels/${general?.id}`, { rate_limit_per_user: 60 });
    await openChannel(ben.page, "general");
    await ben.page.getByText("Slow mode").waitFor();
    await say(ben.page, "One thing");
    await ben.page.getByText(/^(0:5\d|1:00)$/).waitFor();
    await composer(ben.page).fill("Another thing");
    expect(await ben.page.getByRole("button", { name: "Send" }).isDisabled()).toBe(true);
    expect(await violations(ben.page)).toEqual([]);
    expect(ada.faults).toEqual([]);
    expect(ben.faults).toEqual([]);
  });

  test("a poll that is ended tells its result", async () => {
    await openChannel(ada.page, "general");
    await ada.page.getByRole("button", { name: "Create a poll" }).first().click();
    await ada.page.getByRole("textbox", { name: "Question" }).fill("Oak or ash?");
    await ada.page.getByRole("textbox", { name: "Answer 1" }).fill("Oak");
    await ada.page.getByRole("textbox", { name: "Answer 2" }).fill("Ash");
    await ada.page.getByRole("button", { name: "Ask" }).click();
    const asked = ben.page.getByRole("region", { name: "Oak or ash?" });
    await asked.getByRole("button", { name: "Ash" }).click();
    await asked.getByRole("button", { name: "Vote", exact: true }).click();
    await ada.page.getByRole("region", { name: "Oak or ash?" }).getByText("1 vote").first().waitFor();
    const rest = await openRest(server.url, "ada");
    const [guild] = await rest.get("/users/@me/guilds");
    const channels: { id: string; name: string; type: number }[] = await rest.get(
      `/guilds/${guild.id}/channels`,
    );
    const general = channels.find((one) => one.name === "general" && one.type === 0);
    const [poll] = await rest.get(`/channels/${general?.id}/messages?limit=1`);
    await rest.post(`/channels/${general?.id}/polls/${poll.id}/expire`, {});
    await ben.page.getByText(/Ash won with 100 %/).waitFor();
  });
});
