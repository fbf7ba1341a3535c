import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { look } from "./axe.ts";
import { type Device, openBrowser, openDevice, PHONE } from "./browser.ts";
import { act, composer, inviteLink, joinByInvite, message, say, setUp, signIn } from "./people.ts";
import { makeServer, type Server } from "./server.ts";

/** What moderators do, by two people in two browsers. The steps build on each other. */
describe("moderation", () => {
  let server: Server;
  let browser: Browser;
  let ada: Device;
  let ben: Device;
  let settings: Locator;

  const open = async (page: Page, name: string) => {
    if (!(await settings.isVisible())) {
      await page.getByRole("button", { name: /Community menu/ }).click();
      await page.getByRole("menuitem", { name: "Community settings" }).click();
    }
    await settings.getByRole("button", { name, exact: true }).click();
    await settings.getByRole("heading", { name, exact: true, level: 2 }).waitFor();
  };
  const close = async (page: Page) => {
    await page.keyboard.press("Escape");
    await settings.waitFor({ state: "detached" });
  };

  beforeAll(async () => {
    server = await makeServer();
    await server.start();
    browser = await openBrowser();
    ada = await openDevice(browser, { reducedMotion: "reduce" });
    ben = await openDevice(browser, { reducedMotion: "reduce", colorScheme: "light" });
    await setUp(ada.page, server.url, "ada", "Fair Play");
    const link = await inviteLink(ada.page);
    await joinByInvite(ben.page, link, "ben");
    settings = ada.page.getByRole("dialog", { name: "Settings" });
  });

  afterAll(async () => {
    await browser?.close();
    await server?.remove();
  });

  test("a report is filed, seen at once, closed, and its reporter hears of it", async () => {
    await say(ada.page, "You are all slow today");
    await act(ben.page, "You are all slow today", "Report message");
    await ben.page.getByRole("textbox", { name: "What is wrong?" }).fill("This is not kind.");
    await look(ben.page, "report-dialog");
    await open(ada.page, "Reports");
    await ben.page.getByRole("button", { name: "Send report" }).click();
    await settings.getByText("This is not kind.").waitFor();
    await ada.page.getByText("was reported in Fair Play").waitFor();
    await settings.getByRole("button", { name: "Take on" }).click();
    await settings.getByText("Ada takes care of it").waitFor();
    await look(ada.page, "reports");
    await settings.getByRole("textbox", { name: /What came of it/ }).fill("You are right. I said sorry.");
    await settings.getByRole("button", { name: "Resolve" }).click();
    await settings.getByText("Nothing to look at").waitFor();
    await settings.getByRole("tab", { name: "Closed" }).click();
    await settings.getByText("You are right. I said sorry.").waitFor();
    await ben.page.getByText("Your report of Ada: You are right.").waitFor();
    await ben.page.getByRole("button", { name: "Inbox" }).click();
    await ben.page.getByRole("tab", { name: "My reports" }).click();
    await ben.page.getByRole("dialog", { name: "Inbox" }).getByText("You are right. I said sorry.").waitFor();
    await look(ben.page, "inbox-reports");
    await ben.page.keyboard.press("Escape");
    await settings.getByRole("button", { name: "Go to message" }).click();
    await settings.waitFor({ state: "detached" });
    await message(ada.page, "You are all slow today").waitFor();
  });

  test("a rule is written, tried by the server, and holds", async () => {
    await open(ada.page, "Automatic moderation");
    await look(ada.page, "rules-empty");
    await settings.getByRole("button", { name: "New rule" }).click();
    const editor = ada.page.getByRole("dialog", { name: "New rule" });
    await editor.getByRole("textbox", { name: "Name" }).fill("No adverts");
    await editor.getByRole("textbox", { name: "Words and phrases" }).fill("cheap watch*");
    await editor.getByRole("textbox", { name: "Patterns" }).fill("b[uü]y now+");
    const trial = editor.getByRole("textbox", { name: "Try it" });
    await trial.fill("Buy nowww");
    await editor.getByText("is met by b[uü]y now+").waitFor();
    await trial.fill("Good morning");
    await editor.getByText("Nothing is caught").waitFor();
    await editor.getByRole("textbox", { name: "What its author is told" }).fill("No adverts here, please.");
    await look(ada.page, "rule-editor");
    for (const [kind, sample, caught] of [
      ["Links", "see https://spam.example/x", "https://spam.example"],
      ["Spam", "same\nsame\nsame\nsame", "same"],
      [
        "Many mentions",
        "<@1> ".repeat(1) + Array.from({ length: 21 }, (_, i) => `<@${i + 2}>`).join(" "),
        "mentions",
      ],
    ] as const) {
      await editor.getByRole("combobox", { name: "Kind" }).selectOption(kind);
      await trial.fill(sample);
      await editor.getByRole("status").getByText(caught).first().waitFor();
    }
    await editor.getByRole("combobox", { name: "Kind" }).selectOption("Words and patterns");
    await editor.getByRole("button", { name: "Save" }).click();
    await settings
      .getByRole("switch", { name: "No adverts is on" })
      .or(settings.getByRole("switch", { name: "No adverts" }))
      .waitFor();
    await settings.getByRole("textbox", { name: /Try a text/ }).fill("a cheap watch");
    await settings.getByText("No adverts:").waitFor();
    await look(ada.page, "rules");
    await say(ben.page, "I sell a cheap watch");
    await ben.page.getByText("No adverts here, please.").waitFor();
  });

  test("raid mode says what is paused, and edits are kept", async () => {
    await open(ada.page, "Safety");
    await settings.getByRole("switch", { name: "Pause invitations" }).click();
    await settings.getByText(/Paused until/).waitFor();
    await settings.getByRole("switch", { name: /Keep what edited messages said/ }).click();
    await look(ada.page, "safety");
    await settings.getByRole("switch", { name: "Pause invitations" }).click();
    await close(ada.page);
    await composer(ben.page).fill("");
    await say(ben.page, "first words");
    await message(ada.page, "first words").waitFor();
    await composer(ben.page).press("ArrowUp");
    await ben.page.getByRole("textbox", { name: "Edit the message" }).fill("second words");
    await ben.page.keyboard.press("Enter");
    await message(ada.page, "second words").waitFor();
    await act(ada.page, "second words", "Edit history");
    const history = ada.page.getByRole("dialog", { name: "Edit history" });
    await history.getByText("first words").waitFor();
    await look(ada.page, "edit-history");
    await ada.page.keyboard.press("Escape");
  });

  test("the inspector says why, and one looks with others' eyes", async () => {
    await open(ada.page, "Permission inspector");
    await settings.getByRole("button", { name: /Choose a member/ }).click();
    await ada.page.getByRole("combobox", { name: "Member" }).fill("ben");
    await ada.page.getByRole("option", { name: /Ben/ }).click();
    await settings.getByText("granted to everyone").first().waitFor();
    await look(ada.page, "inspector");
    await settings.getByRole("button", { name: "View as these roles" }).click();
    await settings.waitFor({ state: "detached" });
    await ada.page.getByText("You see Fair Play as: everyone").waitFor();
    await look(ada.page, "view-as");
    await ada.page.getByRole("button", { name: "Back to your own view" }).click();
  });

  test("somebody is timed out, banned with a purge, and let in again", async () => {
    const members = ada.page.getByRole("complementary", { name: "Members" });
    await members.getByRole("button", { name: /Ben/ }).click({ button: "right" });
    await ada.page.getByRole("menuitem", { name: "Time out" }).click();
    await ada.page.getByRole("textbox", { name: /Reason/ }).fill("cool down");
    await look(ada.page, "timeout");
    await ada.page.getByRole("dialog").getByRole("button", { name: "Time out" }).click();
    await ada.page.getByText("Ben was timed out.").waitFor();
    await members.getByRole("button", { name: /Ben/ }).click({ button: "right" });
    await ada.page.getByRole("menuitem", { name: "Ban" }).click();
    await ada.page.getByRole("textbox", { name: /Reason/ }).fill("adverts again");
    await ada.page.getByRole("combobox", { name: "Delete recent messages" }).selectOption({ index: 3 });
    await look(ada.page, "ban");
    await ada.page.getByRole("dialog").getByRole("button", { name: "Ban", exact: true }).click();
    await message(ada.page, "second words").waitFor({ state: "detached" });
    await open(ada.page, "Bans");
    await settings.getByText("adverts again").waitFor();
    await look(ada.page, "bans");
    await open(ada.page, "Audit log");
    await settings.getByText("Ada banned Ben").waitFor();
    await look(ada.page, "audit");
    await settings.getByRole("combobox", { name: "What" }).selectOption("Moderation rule created");
    await settings.getByText("Ada banned Ben").waitFor({ state: "detached" });
    await settings.getByText("Ada created a moderation rule").waitFor();
    await open(ada.page, "Bans");
    await settings.getByRole("button", { name: /Lift|Unban/ }).click();
    await settings.getByText("adverts again").waitFor({ state: "detached" });
    await close(ada.page);
  });

  test("the views fit a phone in the light", async () => {
    const phone = await openDevice(browser, {
      viewport: PHONE,
      colorScheme: "light",
      reducedMotion: "reduce",
    });
    await signIn(phone.page, server.url, "ada");
    await phone.page.getByRole("button", { name: "Communities and channels" }).first().click();
    await phone.page.getByRole("button", { name: /Community menu/ }).click();
    await phone.page.getByRole("menuitem", { name: "Community settings" }).click();
    const pages = phone.page.getByRole("dialog", { name: "Settings" });
    for (const name of ["Audit log", "Automatic moderation", "Safety", "Permission inspector"]) {
      await pages.getByRole("button", { name, exact: true }).click();
      await pages.getByRole("button", { name: "Back" }).waitFor();
      await phone.page.waitForLoadState("networkidle");
      await look(phone.page, `phone-${name.toLowerCase().replaceAll(" ", "-")}`);
      const wide = await phone.page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
      expect(wide, `${name} sticks out`).toBe(false);
      await pages.getByRole("button", { name: "Back" }).click();
    }
    expect(phone.faults).toEqual([]);
    await phone.context.close();
  });

  test("leaves no error behind", () => {
    expect(ada.faults).toEqual([]);
    expect(ben.faults).toEqual([]);
  });
});
