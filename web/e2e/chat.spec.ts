import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { look } from "./axe.ts";
import { type Device, openBrowser, openDevice } from "./browser.ts";
import {
  act,
  composer,
  inviteLink,
  joinByInvite,
  log,
  message,
  openChannel,
  react,
  say,
  setUp,
  texts,
} from "./people.ts";
import { openRest } from "./rest.ts";
import { makeServer, type Server } from "./server.ts";

/** The product's main job, by two people in two browsers on a real server. The steps build on each other. */
describe("a stranger's community", () => {
  let server: Server;
  let browser: Browser;
  let ada: Device;
  let ben: Device;

  beforeAll(async () => {
    server = await makeServer("empty");
    await server.start();
    browser = await openBrowser();
    ada = await openDevice(browser);
    ben = await openDevice(browser, { colorScheme: "light" });
  });

  afterAll(async () => {
    await browser?.close();
    await server?.remove();
  });

  test("begins at the set-up page, with an account and a community", async () => {
    await setUp(ada.page, server.url, "ada", "Analytical Engine");
    await ada.page.getByRole("heading", { name: "Analytical Engine" }).first().waitFor();
  });

  test("grows by an invitation", async () => {
    const link = await inviteLink(ada.page);
    await joinByInvite(ben.page, link, "ben");
    await ben.page.getByRole("heading", { name: "Analytical Engine" }).first().waitFor();
    await message(ada.page, "has joined").or(ada.page.getByText("has joined")).first().waitFor();
  });

  test("talks in real time, both ways", async () => {
    await say(ada.page, "Hello Ben, can you read this?");
    await message(ben.page, "can you read this?").waitFor();
    await say(ben.page, "Loud and **clear**");
    await message(ada.page, "Loud and clear").waitFor();
    expect(await message(ada.page, "Loud and clear").locator("strong").textContent()).toBe("clear");
  });

  test("shows who is writing and who is here", async () => {
    await composer(ben.page).pressSequentially("I am just");
    await ada.page.getByText("Ben is typing").waitFor();
    await composer(ben.page).fill("");
    await ada.page.getByRole("complementary", { name: "Members" }).getByText("Ben").waitFor();
  });

  test("edits, and everybody sees the new text", async () => {
    await act(ben.page, "Loud and clear", "Edit");
    await ben.page.getByRole("textbox", { name: "Edit the message" }).fill("Loud, clear and edited");
    await ben.page.keyboard.press("Enter");
    await message(ada.page, "Loud, clear and edited").getByText("(edited)").waitFor();
  });

  test("replies", async () => {
    await message(ada.page, "Loud, clear and edited").hover();
    await message(ada.page, "Loud, clear and edited").getByRole("button", { name: "Reply" }).click();
    await say(ada.page, "Good to know");
    await message(ben.page, "Good to know").getByText("Loud, clear and edited").waitFor();
  });

  test("reacts", async () => {
    await react(ben.page, "Good to know", "tada");
    await message(ada.page, "Good to know")
      .getByRole("button", { name: /🎉, 1 reaction/ })
      .waitFor();
  });

  test("spells emoji by their names", async () => {
    await say(ada.page, "Tea is ready :smile:");
    await message(ben.page, "Tea is ready 😄").waitFor();
  });

  test("colours code of a known language", async () => {
    await composer(ada.page).fill('```js\nconst move = "e4"; // at last\n```');
    await composer(ada.page).press("Enter");
    const code = message(ben.page, "const move").locator("code");
    await code.locator('[data-code="keyword"]', { hasText: "const" }).waitFor();
    expect(await code.textContent()).toBe('const move = "e4"; // at last');
    await look(ben.page, "chat-code");
  });

  test("knows on the next visit that one's own last message is read", async () => {
    const told = ada.page.waitForResponse((answer) => /\/messages\/\d+\/ack$/.test(answer.url()));
    await say(ada.page, "Biscuits as well");
    await told;
    await ada.page.reload();
    await message(ada.page, "Biscuits as well").waitFor();
    expect(await ada.page.getByText("First unread").count()).toBe(0);
    expect(await log(ada.page).getByText("NEW", { exact: true }).count()).toBe(0);
  });

  test("mentions by completion, and the one who is meant is told", async () => {
    await ben.page.goto(`${server.url}/`);
    await composer(ben.page).waitFor();
    await ada.page.bringToFront();
    await composer(ada.page).pressSequentially("Look here @be");
    await ada.page.getByRole("option", { name: /Ben/ }).first().click();
    await composer(ada.page).press("Enter");
    await message(ben.page, "Look here").getByText("@Ben").waitFor();
  });

  test("deletes, and it is gone for everybody", async () => {
    await say(ada.page, "Forget this");
    await message(ben.page, "Forget this").waitFor();
    await act(ada.page, "Forget this", "Delete");
    await ada.page.getByRole("button", { name: "Delete", exact: true }).click();
    await message(ben.page, "Forget this").waitFor({ state: "detached" });
  });

  test("speaks in several channels, and the unread one stands out", async () => {
    await ada.page
      .getByRole("button", { name: /Create a channel in/ })
      .first()
      .click({ force: true });
    await ada.page.getByLabel("Channel name").fill("workshop");
    await ada.page.getByRole("button", { name: "Create channel" }).click();
    await ada.page.getByRole("textbox", { name: "Message #workshop" }).waitFor();
    await say(ada.page, "First in the workshop");
    await ben.page.getByRole("link", { name: /workshop.*unread|unread.*workshop/ }).waitFor();
    await openChannel(ben.page, "workshop");
    await message(ben.page, "First in the workshop").waitFor();
  });

  test("scrolls through a long history without losing or doubling a line", async () => {
    const rest = await openRest(server.url, "ada");
    const [guild] = await rest.get("/users/@me/guilds");
    const channels = await rest.get(`/guilds/${guild.id}/channels`);
    const workshop = channels.find((channel: { name: string }) => channel.name === "workshop");
    for (let i = 0; i < 220; i++)
      await rest.post(`/channels/${workshop.id}/messages`, { content: `line ${i} of the log` });
    await message(ben.page, "line 219 of the log").waitFor();
    const seen = new Set<string>();
    const until = Date.now() + 60_000;
    while (!seen.has("line 0 of the log") && Date.now() < until) {
      for (const text of await texts(ben.page)) seen.add(/line \d+ of the log/.exec(text)?.[0] ?? "");
      await log(ben.page).hover();
      await ben.page.mouse.wheel(0, -700);
      await ben.page.waitForTimeout(40);
    }
    for (let i = 0; i < 220; i++) expect(seen).toContain(`line ${i} of the log`);
    await ben.page.getByRole("button", { name: /Back to the present|New messages/ }).click();
    await message(ben.page, "line 219 of the log").waitFor();
    const shown = (await texts(ben.page))
      .map((text) => /line \d+ of the log/.exec(text)?.[0])
      .filter(Boolean);
    expect(new Set(shown).size).toBe(shown.length);
  });

  test("loses the network and comes back without losing or doubling a message", async () => {
    await ben.context.setOffline(true);
    await say(ben.page, "Written without a network");
    for (let i = 0; i < 5; i++) await say(ada.page, `While Ben was away ${i}`);
    await message(ada.page, "While Ben was away 4").waitFor();
    await ben.context.setOffline(false);
    await message(ben.page, "While Ben was away 4").waitFor();
    await arrives(ben.page, ada.page, "Written without a network");
    for (const device of [ada, ben]) {
      for (let i = 0; i < 5; i++)
        expect(await message(device.page, `While Ben was away ${i}`).count()).toBe(1);
      expect(await message(device.page, "Written without a network").count()).toBe(1);
    }
  });

  test("survives kill -9 of the server: what was acknowledged is there, once, and the talk goes on", async () => {
    for (let i = 0; i < 10; i++) await say(ada.page, `Before the crash ${i}`);
    await message(ben.page, "Before the crash 9").waitFor();
    await server.end("SIGKILL");
    await server.start();
    await say(ben.page, "After the crash");
    await arrives(ben.page, ada.page, "After the crash");
    for (let i = 0; i < 10; i++) expect(await message(ben.page, `Before the crash ${i}`).count()).toBe(1);
    await ada.page.reload();
    await message(ada.page, "After the crash").waitFor();
    for (let i = 0; i < 10; i++) expect(await message(ada.page, `Before the crash ${i}`).count()).toBe(1);
  });

  test("leaves no error in either browser", () => {
    expect(ada.faults).toEqual([]);
    expect(ben.faults).toEqual([]);
  });
});

/** What was written on a broken line comes by itself, or when its author says so. */
async function arrives(author: Page, reader: Page, text: string) {
  const retry = message(author, text).getByRole("button", { name: /again|retry/i });
  const there = message(reader, text).waitFor();
  await Promise.any([there, retry.click()]);
  await there;
}
