import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, test } from "vitest";
import { type Device, openBrowser, openDevice } from "./browser.ts";
import { act, inviteLink, joinByInvite, message, say, setUp } from "./people.ts";
import { makeServer, type Server } from "./server.ts";

/** Threads, posts of a forum and polls, by two people in two browsers. The steps build on each other. */
describe("beside the channel", () => {
  let server: Server;
  let browser: Browser;
  let ada: Device;
  let ben: Device;

  beforeAll(async () => {
    server = await makeServer();
    await server.start();
    browser = await openBrowser();
    ada = await openDevice(browser);
    ben = await openDevice(browser);
    await setUp(ada.page, server.url, "ada", "Workshop");
    const link = await inviteLink(ada.page);
    await joinByInvite(ben.page, link, "ben");
  });

  afterAll(async () => {
    await browser?.close();
    await server?.remove();
  });

  test("a thread starts from a message and both write in it", async () => {
    await say(ada.page, "Which glue holds oak?");
    await act(ada.page, "Which glue holds oak?", "Start a thread");
    await ada.page.getByRole("button", { name: "Start a thread" }).click();
    const beside = ada.page.getByRole("region", { name: "#Which glue holds oak?" });
    await beside.getByRole("textbox").fill("I have hide glue.");
    await ada.page.keyboard.press("Enter");
    await beside.getByText("I have hide glue.").waitFor();
    await message(ben.page, "Which glue holds oak?")
      .getByRole("button", { name: /1 message/ })
      .click();
    await ben.page.getByText("I have hide glue.").waitFor();
  });

  test("a poll is voted on and shows the result live", async () => {
    await ada.page.getByRole("button", { name: "Create a poll" }).first().click();
    await ada.page.getByRole("textbox", { name: "Question" }).fill("Tea or coffee?");
    await ada.page.getByRole("textbox", { name: "Answer 1" }).fill("Tea");
    await ada.page.getByRole("textbox", { name: "Answer 2" }).fill("Coffee");
    await ada.page.getByRole("button", { name: "Ask" }).click();
    const asked = ben.page.getByRole("region", { name: "Tea or coffee?" });
    await asked.getByRole("button", { name: "Tea" }).click();
    await asked.getByRole("button", { name: "Vote", exact: true }).click();
    await asked.getByText("100 %").waitFor();
    await ada.page.getByRole("region", { name: "Tea or coffee?" }).getByText("1 vote").first().waitFor();
  });

  test("a forum takes a post that others find and answer", async () => {
    await ada.page.getByRole("button", { name: /Create a channel in Text/ }).click();
    await ada.page.getByRole("radio", { name: /Forum/ }).check({ force: true });
    await ada.page.getByRole("textbox", { name: "Channel name" }).fill("questions");
    await ada.page.getByRole("button", { name: "Create channel" }).click();
    await ada.page.getByRole("button", { name: "New post" }).first().click();
    await ada.page.getByRole("textbox", { name: "Title" }).fill("How to sharpen a chisel");
    await ada.page.getByRole("textbox", { name: "What is it about?" }).fill("Mine is blunt.");
    await ada.page.getByRole("button", { name: "Post", exact: true }).click();
    await ada.page.getByText("Mine is blunt.").waitFor();
    await ben.page.getByRole("link", { name: /questions/ }).click();
    await ben.page.getByRole("link", { name: /How to sharpen a chisel/ }).click();
    await say(ben.page, "Start with a coarse stone.");
    await message(ada.page, "Start with a coarse stone.").waitFor();
  });
});
