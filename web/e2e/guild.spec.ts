import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { look, violations } from "./axe.ts";
import { type Device, openBrowser, openDevice } from "./browser.ts";
import { composer, message, PASSWORD, say, setUp } from "./people.ts";
import { openRest } from "./rest.ts";
import { makeServer, type Server } from "./server.ts";

/** A community that receives newcomers: rules, questions, a greeting, its own link. The steps build on each other. */
describe("a community and its newcomers", () => {
  let server: Server;
  let browser: Browser;
  let ada: Device;
  let ben: Device;

  beforeAll(async () => {
    server = await makeServer();
    await server.start();
    browser = await openBrowser();
    ada = await openDevice(browser);
    ben = await openDevice(browser, { viewport: { width: 390, height: 844 } });
    await setUp(ada.page, server.url, "ada", "Workshop");
  });

  afterAll(async () => {
    await browser?.close();
    await server?.remove();
  });

  const picture = async (page: Page, name: string) => {
    const folder = process.env.E2E_PICTURES;
    if (folder) await page.screenshot({ path: `${folder}/${name}.png` });
  };

  test("rules, a question and a greeting are set up in the settings", async () => {
    const rest = await openRest(server.url, "ada");
    const [guild] = await rest.get("/users/@me/guilds");
    await rest.post(`/guilds/${guild.id}/roles`, { name: "Woodworkers" });
    const page = ada.page;
    await page.getByRole("button", { name: /Community menu/ }).click();
    await page.getByRole("menuitem", { name: /settings/i }).click();
    await page.getByRole("button", { name: "Newcomers", exact: true }).click();
    await page.getByRole("textbox", { name: "Rule 1" }).fill("Wear your goggles");
    await page.getByRole("switch", { name: /Newcomers accept the rules/ }).click();
    await page.getByRole("button", { name: "Add a question" }).click();
    await page.getByRole("textbox", { name: "Question 1" }).fill("What do you make?");
    await page.getByRole("textbox", { name: "Answer 1" }).fill("Furniture");
    await page.getByRole("button", { name: "Woodworkers" }).click();
    await page.getByRole("button", { name: "Save the questions" }).click();
    await page.getByRole("switch", { name: "Ask newcomers" }).click();
    await page.getByRole("textbox", { name: "Words of welcome" }).fill("Sawdust and friends");
    await page.getByRole("button", { name: "Save the screen" }).click();
    await page.getByRole("switch", { name: "Show the welcome screen" }).click();
    await page.getByRole("switch", { name: "Show the welcome screen", checked: true }).waitFor();
    await picture(page, "newcomers");
    expect(await violations(page)).toEqual([]);
  });

  test("the community chooses its own link and sees whom a clearing out would remove", async () => {
    const page = ada.page;
    await page.getByRole("button", { name: "Invitations", exact: true }).click();
    await page.getByRole("textbox", { name: "Code of the link" }).fill("workshop");
    await page.getByRole("button", { name: "Save changes" }).click();
    await page.getByRole("textbox", { name: "Own link" }).waitFor();
    expect(await violations(page)).toEqual([]);
    const menu = page.getByRole("navigation", { name: "Settings menu" });
    await menu.getByRole("button", { name: "Members", exact: true }).click();
    await page.getByRole("button", { name: "Clear out" }).click();
    await page.getByText("Nobody would be removed.").waitFor();
    expect(await violations(page)).toEqual([]);
    await picture(page, "prune");
    await page.keyboard.press("Escape");
    await page.keyboard.press("Escape");
  });

  test("the community is shown on other sites once its widget is on", async () => {
    const page = ada.page;
    await page.getByRole("button", { name: /Community menu/ }).click();
    await page.getByRole("menuitem", { name: /settings/i }).click();
    await page.getByRole("button", { name: "Widget", exact: true }).click();
    await page.getByRole("switch", { name: /Show the widget/ }).click();
    await page.getByRole("img", { name: /as other sites show it/ }).waitFor();
    await look(page, "widget");
    const [guild] = await (await openRest(server.url, "ada")).get("/users/@me/guilds");
    const widget = await (await fetch(`${server.url}/api/v10/guilds/${guild.id}/widget.json`)).json();
    expect(widget.name).toBe("Workshop");
    await page.keyboard.press("Escape");
  });

  test("the community is a template from which somebody else starts their own", async () => {
    const page = ada.page;
    await page.getByRole("button", { name: /Community menu/ }).click();
    await page.getByRole("menuitem", { name: /settings/i }).click();
    await page.getByRole("button", { name: "Template", exact: true }).click();
    await page.getByRole("textbox", { name: "Name of the template" }).fill("A workshop");
    await page.getByRole("textbox", { name: "What it is good for" }).fill("For those who make things");
    await page.getByRole("button", { name: "Make a template" }).click();
    const link = await page.getByRole("textbox", { name: "Link to the template" }).inputValue();
    const rest = await openRest(server.url, "ada");
    const [guild] = await rest.get("/users/@me/guilds");
    await rest.post(`/guilds/${guild.id}/channels`, { name: "lathe", type: 0 });
    await page.getByRole("button", { name: "Newcomers", exact: true }).click();
    await page.getByRole("button", { name: "Template", exact: true }).click();
    await page.getByText("The community has changed since then.").waitFor();
    await look(page, "template");
    await page.getByRole("button", { name: "Take over the changes" }).click();
    await page.getByText("The template is like the community is now.").waitFor();
    await page.keyboard.press("Escape");

    await ben.page.goto(link);
    await ben.page.getByRole("heading", { name: "A workshop" }).waitFor();
    await look(ben.page, "template-stranger-phone");
    await page.getByRole("button", { name: "Add a community" }).click();
    await page.getByRole("button", { name: "Have an invitation or a template?" }).click();
    await page.getByRole("textbox", { name: "Link or code" }).fill(link);
    await look(page, "template-dialog");
    await page.getByRole("button", { name: "Continue" }).click();
    await page.getByRole("heading", { name: "A workshop" }).waitFor();
    await look(page, "template-page");
    await page.getByRole("textbox", { name: "Community name" }).fill("Second workshop");
    await page.getByRole("button", { name: "Start a community from it" }).click();
    await page.getByRole("link", { name: /lathe/ }).waitFor();
    await page.getByRole("link", { name: "Workshop", exact: true }).click();
    await page.getByRole("button", { name: /Community menu/ }).click();
    await page.getByRole("menuitem", { name: /settings/i }).click();
    await page.getByRole("button", { name: "Template", exact: true }).click();
    await page.getByText("1 community was made from it.").waitFor();
    await page.getByRole("button", { name: "Delete template" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Delete template" }).last().click();
    await page.getByRole("button", { name: "Make a template" }).waitFor();
    await page.keyboard.press("Escape");
  });

  test("a newcomer accepts the rules, answers, and only then writes", async () => {
    const page = ben.page;
    await page.goto(`${server.url}/invite/workshop`);
    await page.getByRole("button", { name: "Create account" }).click();
    await page.getByLabel("Username").fill("ben");
    await page.getByLabel("Display name").fill("Ben");
    await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
    await page.getByRole("button", { name: "Create account" }).click();
    await page.getByText("Wear your goggles").waitFor();
    await picture(page, "rules-phone");
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press("Escape");
    await page.getByText("Accept the rules, then you can take part.").waitFor();
    await page.getByRole("button", { name: "Read the rules" }).click();
    await page.getByRole("switch", { name: /I have read the rules/ }).click();
    await page.getByRole("button", { name: "Accept and join in" }).click();
    await page.getByRole("button", { name: "Furniture" }).click();
    await picture(page, "questions-phone");
    expect(await violations(page)).toEqual([]);
    await page.getByRole("button", { name: "Done" }).click();
    await page.getByText("Sawdust and friends").waitFor();
    await page.getByRole("button", { name: "Look around" }).click();
    await composer(page).waitFor();
    await say(page, "Here are my goggles");
    await message(ada.page, "Here are my goggles").waitFor();
    const rest = await openRest(server.url, "ada");
    const [guild] = await rest.get("/users/@me/guilds");
    const [found] = await rest.get(`/guilds/${guild.id}/members/search?query=ben`);
    expect(found.roles).toHaveLength(1);
  });

  test("a member changes what they answered", async () => {
    const page = ben.page;
    await page.getByRole("button", { name: "Communities and channels" }).click();
    await page.getByRole("button", { name: /Community menu/ }).click();
    await page.getByRole("menuitem", { name: "Channels and roles" }).click();
    const answer = page.getByRole("button", { name: "Furniture", pressed: true });
    await answer.waitFor();
    await look(page, "answers-phone");
    await answer.click();
    await page.getByRole("button", { name: "Save changes" }).click();
    await page.getByText("Your answers were saved.").waitFor();
    const rest = await openRest(server.url, "ada");
    const [guild] = await rest.get("/users/@me/guilds");
    const [found] = await rest.get(`/guilds/${guild.id}/members/search?query=ben`);
    expect(found.roles).toHaveLength(0);
  });
});
