import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { look } from "./axe.ts";
import { type Device, openBrowser, openDevice, PHONE } from "./browser.ts";
import { inviteLink, joinByInvite, message, say, setUp, signIn } from "./people.ts";
import { openRest } from "./rest.ts";
import { makeServer, type Server } from "./server.ts";

/** What people are to each other: friends, conversations, the inbox, search, settings. The steps build on each other. */
describe("people", () => {
  let server: Server;
  let browser: Browser;
  let ada: Device;
  let ben: Device;
  let cleo: Device;

  const home = (page: Page) =>
    page
      .getByRole("navigation", { name: "Communities", exact: true })
      .getByRole("link", { name: /^Home/ })
      .click();
  const talk = (page: Page, name: string | RegExp) =>
    page.getByRole("navigation", { name: "Conversations" }).getByRole("link", { name });
  const write = async (page: Page, text: string) => {
    const field = page.getByRole("textbox", { name: /^Message / });
    await field.fill(text);
    await field.press("Enter");
  };

  beforeAll(async () => {
    server = await makeServer();
    await server.start();
    browser = await openBrowser();
    ada = await openDevice(browser, { reducedMotion: "reduce" });
    ben = await openDevice(browser, { reducedMotion: "reduce", colorScheme: "light" });
    cleo = await openDevice(browser, { reducedMotion: "reduce" });
    await setUp(ada.page, server.url, "ada", "Bee Keepers");
    const link = await inviteLink(ada.page);
    await joinByInvite(ben.page, link, "ben");
    await joinByInvite(cleo.page, link, "cleo");
  });

  afterAll(async () => {
    await browser?.close();
    await server?.remove();
  });

  test("a friend is asked, accepts and gets a name", async () => {
    await home(ada.page);
    await ada.page.getByRole("link", { name: "Friends" }).click();
    await ada.page.getByRole("tab", { name: "Add a friend" }).click();
    await ada.page.getByRole("textbox", { name: "Username" }).fill("ben");
    await ada.page.getByRole("button", { name: "Send the request" }).click();
    await ada.page.getByText("ben has been asked.").waitFor();
    await home(ben.page);
    await ben.page.getByRole("tab", { name: "Pending (1)" }).click();
    await look(ben.page, "friends-pending");
    await ben.page.getByRole("button", { name: "Accept" }).click();
    await ada.page.getByRole("tab", { name: "Online" }).click();
    await ada.page.getByRole("button", { name: "Give a name" }).click();
    await ada.page.getByRole("textbox", { name: "Your name for them" }).fill("Benny");
    await ada.page.getByRole("button", { name: "Save changes" }).click();
    await ada.page.getByText("Benny").first().waitFor();
    await look(ada.page, "friends");
  });

  test("two write to each other; a name is completed; a note stays one's own", async () => {
    await ada.page.getByRole("button", { name: "Message", exact: true }).click();
    await write(ada.page, "The wild honey is ready");
    await talk(ben.page, /Ada/).click();
    await message(ben.page, "The wild honey is ready").waitFor();
    const field = ben.page.getByRole("textbox", { name: /^Message / });
    await field.pressSequentially("Thanks @ad");
    await ben.page.getByRole("option", { name: /Ada/ }).click();
    await field.press("Enter");
    await message(ada.page, "Thanks").waitFor();
    await look(ben.page, "conversation");
    await message(ada.page, "Thanks").getByRole("button", { name: "Ben" }).first().click();
    const card = ada.page.getByRole("dialog", { name: /Ben/ });
    await card.getByRole("textbox", { name: "Note" }).fill("likes heather honey");
    await look(ada.page, "profile");
    await ada.page.keyboard.press("Escape");
  });

  test("a group is made, named, handed over and left", async () => {
    const rest = await openRest(server.url, "ada");
    const members: { user: { id: string; username: string } }[] = await rest.get(
      `/guilds/${(await rest.get("/users/@me/guilds"))[0].id}/members?limit=10`,
    );
    const cleoId = members.find((one) => one.user.username === "cleo")?.user.id;
    const cleoRest = await openRest(server.url, "cleo");
    await rest.post("/users/@me/relationships", { username: "cleo" });
    const adaId = members.find((one) => one.user.username === "ada")?.user.id;
    await cleoRest.put(`/users/@me/relationships/${adaId}`, {});
    expect(cleoId).toBeDefined();
    await ada.page.getByRole("button", { name: "Start a conversation" }).click();
    await ada.page.getByRole("checkbox", { name: /Ben/ }).check();
    await ada.page.getByRole("checkbox", { name: /Cleo/ }).check();
    await look(ada.page, "new-conversation");
    await ada.page.getByRole("button", { name: "Begin" }).click();
    const people = ada.page.getByRole("complementary", { name: "Members" });
    await people.getByRole("listitem").filter({ hasText: "Cleo" }).waitFor();
    await write(ada.page, "Who brings the smoker?");
    await message(ada.page, "Who brings the smoker?").waitFor();
    await talk(ada.page, /Ben, Cleo|Cleo, Ben/).click({ button: "right" });
    await ada.page.getByRole("menuitem", { name: "Rename the group" }).click();
    await ada.page.getByRole("textbox", { name: "Name of the group" }).fill("Harvest");
    await ada.page.getByRole("button", { name: "Save changes" }).click();
    await talk(ada.page, "Harvest").waitFor();
    await people
      .getByRole("listitem")
      .filter({ hasText: "Cleo" })
      .getByRole("button", { name: "Make owner of the group" })
      .click();
    await people
      .getByRole("button", { name: "Make owner of the group" })
      .first()
      .waitFor({ state: "detached" });
    await look(ada.page, "group");
    await home(cleo.page);
    await talk(cleo.page, /Harvest/).click();
    await message(cleo.page, "Who brings the smoker?").waitFor();
    await talk(ada.page, "Harvest").click({ button: "right" });
    await ada.page.getByRole("menuitem", { name: "Leave the group" }).click();
    await talk(ada.page, "Harvest").waitFor({ state: "detached" });
  });

  test("all conversations are searched at once, by the keyboard", async () => {
    await ada.page.getByRole("link", { name: "Friends" }).click();
    await ada.page.getByRole("button", { name: "Search all conversations" }).click();
    const field = ada.page.getByRole("combobox", { name: "Search messages" });
    await field.pressSequentially("fr");
    await field.press("ArrowDown");
    await field.press("Enter");
    await field.pressSequentially("m");
    await field.press("ArrowDown");
    await field.press("Tab");
    await field.pressSequentially('"wild honey"');
    expect(await field.inputValue()).toBe('from:me "wild honey"');
    await field.press("Enter");
    await ada.page.getByText("1 message").first().waitFor();
    expect(await ada.page.locator("mark").textContent()).toBe("wild honey");
    await look(ada.page, "search");
    await ada.page.getByRole("button", { name: /Go to the message by Ada/ }).click();
    await message(ada.page, "The wild honey is ready").waitFor();
  });

  test("a mention waits in the inbox, on the tab's icon and in its title", async () => {
    await ben.page.goto(`${server.url}/login`);
    await ben.page.getByRole("navigation", { name: "Communities", exact: true }).waitFor();
    await home(ben.page);
    await ben.page.getByRole("link", { name: "Friends" }).click();
    await ada.page.getByRole("link", { name: /^Bee Keepers/ }).click();
    await say(ada.page, "@ben the queen is out");
    await ben.page.getByRole("link", { name: /Bee Keepers, 1/ }).waitFor();
    await ben.page.waitForFunction(() => document.title.startsWith("("));
    await ben.page.waitForFunction(() =>
      document.querySelector<HTMLLinkElement>("link[rel=icon]")?.href.startsWith("data:image/png"),
    );
    await ben.page.getByRole("button", { name: "Inbox" }).click();
    const inbox = ben.page.getByRole("dialog", { name: "Inbox" });
    await inbox.getByText(/^@ben the queen is out/i).waitFor();
    await look(ben.page, "inbox");
    await inbox.getByRole("tab", { name: "Unread" }).click();
    await inbox.getByRole("button", { name: "Mark general as read" }).waitFor();
    await look(ben.page, "inbox-unread");
    await inbox.getByRole("button", { name: "Mark all as read" }).click();
    await inbox.getByText("You have read everything.").waitFor();
    await ben.page.keyboard.press("Escape");
    await ben.page.waitForFunction(() => !document.title.startsWith("("));
  });

  test("folders of communities are made and moved by the keyboard", async () => {
    const rest = await openRest(server.url, "ada");
    await rest.post("/guilds", { name: "Gardens" });
    const rail = ada.page.getByRole("navigation", { name: "Communities", exact: true });
    await rail.getByRole("link", { name: "Gardens" }).click({ button: "right" });
    await ada.page.getByRole("menuitem", { name: "Put into a new folder" }).click();
    await ada.page.getByRole("textbox", { name: "Name of the folder" }).fill("Outdoors");
    await look(ada.page, "folder-dialog");
    await ada.page.getByRole("button", { name: "Save changes" }).click();
    await rail.getByRole("button", { name: /Folder: Outdoors/ }).click();
    await rail.getByRole("link", { name: /^Bee Keepers/ }).focus();
    await ada.page.keyboard.press("Alt+ArrowUp");
    const inside = rail
      .getByRole("listitem")
      .filter({ has: ada.page.getByRole("button", { name: /Outdoors/ }) });
    await inside.getByRole("link", { name: /^Bee Keepers/ }).waitFor();
    await look(ada.page, "folder");
    const other = await openDevice(browser);
    await signIn(other.page, server.url, "ada");
    await other.page.getByRole("button", { name: /Folder: Outdoors/ }).waitFor();
    await other.context.close();
  });

  test("quiet hours, words, privacy, status and profile are set", async () => {
    await ada.page.getByRole("button", { name: "Settings", exact: true }).click();
    const settings = ada.page.getByRole("dialog", { name: "Settings" });
    await settings.getByRole("button", { name: "Notifications", exact: true }).click();
    await settings.getByRole("switch", { name: "Keep quiet every day" }).click();
    await settings.getByLabel("From").fill("23:30");
    await settings.getByRole("textbox", { name: "Word or phrase" }).fill("swarm");
    await ada.page.keyboard.press("Enter");
    await settings.getByRole("button", { name: "Remove swarm" }).waitFor();
    await look(ada.page, "settings-alerts");
    await settings.getByRole("button", { name: "Privacy", exact: true }).click();
    await settings.getByRole("switch", { name: "Members of Gardens" }).click();
    await look(ada.page, "settings-privacy");
    await settings.getByRole("button", { name: "Profile", exact: true }).click();
    await settings.getByRole("textbox", { name: "Pronouns" }).fill("she/her");
    await settings.getByRole("textbox", { name: "About me" }).fill("Keeps **bees**.");
    await look(ada.page, "settings-profile");
    await settings.getByRole("button", { name: "Save changes" }).click();
    await ada.page.getByText("Your profile was saved.").waitFor();
    await ada.page.keyboard.press("Escape");
    await settings.waitFor({ state: "detached" });
    const rest = await openRest(server.url, "ada");
    await expect
      .poll(() => rest.get("/users/@me/settings"))
      .toMatchObject({
        quiet_hours: { from: 23 * 60 + 30, to: 7 * 60 },
        keywords: ["swarm"],
        restricted_guilds: [expect.any(String)],
      });
  });

  test("whoever is blocked is neither read nor heard", async () => {
    await ben.page.getByRole("tab", { name: "All" }).click();
    await ben.page.getByRole("button", { name: "Block" }).click();
    await ben.page.getByRole("tab", { name: "Blocked" }).click();
    await ben.page.getByRole("button", { name: "Unblock" }).waitFor();
    await look(ben.page, "friends-blocked");
    await ben.page.getByRole("link", { name: /^Bee Keepers/ }).click();
    await ben.page.getByText("1 blocked message").first().waitFor();
    await ben.page.getByRole("button", { name: "Show" }).first().click();
    await message(ben.page, "the queen is out").waitFor();
    await home(ada.page);
    await talk(ada.page, /Ben/).click();
    await write(ada.page, "Are you there?");
    await ada.page.getByText("This person takes no messages from you.").waitFor();
  });

  test("the views fit a phone", async () => {
    const phone = await openDevice(browser, {
      viewport: PHONE,
      colorScheme: "light",
      reducedMotion: "reduce",
    });
    await signIn(phone.page, server.url, "cleo");
    await phone.page.getByRole("button", { name: "Communities and channels" }).first().click();
    await home(phone.page);
    await look(phone.page, "phone-home");
    await phone.page.getByRole("link", { name: "Friends" }).click();
    await phone.page.getByRole("tab", { name: "All", exact: true }).click();
    await look(phone.page, "phone-friends");
    const wide = await phone.page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
    expect(wide, "nothing sticks out").toBe(false);
    expect(phone.faults).toEqual([]);
    await phone.context.close();
  });

  test("leaves no error behind", () => {
    expect([...ada.faults, ...ben.faults, ...cleo.faults]).toEqual([]);
  });
});
