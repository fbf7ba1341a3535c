import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startApplication } from "./appServer.ts";
import { type Device, openBrowser, openDevice, PHONE } from "./browser.ts";
import { composer, log, message, setUp, signIn } from "./people.ts";
import { makeServer, type Server } from "./server.ts";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const PICTURES = process.env.E2E_PICTURES;

interface AxeWindow {
  axe: { run(options: unknown): Promise<{ violations: { id: string; nodes: { target: string[] }[] }[] }> };
}

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  return page.evaluate(async () => {
    const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
    const { violations } = await (window as unknown as AxeWindow).axe.run({ runOnly: tags });
    return violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.target.join(" ")).join(", ")}`);
  });
}

const picture = async (page: Page, name: string) => {
  if (PICTURES) await page.screenshot({ path: `${PICTURES}/bots-${name}.png` });
};

/** An application from the portal to its answers in the conversation. The steps build on each other. */
describe("an application", () => {
  let server: Server;
  let browser: Browser;
  let ada: Device;
  let program: Awaited<ReturnType<typeof startApplication>>;
  let client = "";
  let install = "";

  beforeAll(async () => {
    process.env.PARLEY_OUTGOING_NETWORKS = "127.0.0.0/8";
    server = await makeServer();
    await server.start();
    program = await startApplication();
    browser = await openBrowser();
    ada = await openDevice(browser, { reducedMotion: "reduce" });
    await setUp(ada.page, server.url, "ada", "Garden");
  });

  afterAll(async () => {
    await browser?.close();
    program?.close();
    await server?.remove();
    delete process.env.PARLEY_OUTGOING_NETWORKS;
  });

  const tab = (name: string) => ada.page.getByRole("tab", { name, exact: true }).click();
  const value = (label: string) => ada.page.getByRole("textbox", { name: label, exact: true }).inputValue();

  test("is made in the portal, with a token, an endpoint and a link", async () => {
    const { page } = ada;
    await page.goto(`${server.url}/developers`);
    await page.getByRole("button", { name: "New application" }).click();
    await page.getByLabel("Name").fill("Gardener");
    await page.getByRole("button", { name: "Create", exact: true }).click();
    await page.getByRole("heading", { name: "Gardener" }).waitFor();
    client = await value("Application ID");
    program.trust(await value("Public key"));
    await page.getByLabel("Endpoint URL").fill(program.url);
    await page.getByRole("button", { name: "Save" }).click();
    expect(await violations(page)).toEqual([]);
    await picture(page, "general");
    await tab("Bot");
    await page.getByRole("button", { name: "Make a token" }).click();
    const token = await value("Token");
    await program.register(`${server.url}/api/v10`, client, token);
    await tab("Installing");
    await page.getByLabel("Send messages", { exact: true }).check();
    install = await value("Install link");
    expect(install).toContain("permissions=2048");
    expect(await violations(page)).toEqual([]);
    await picture(page, "install");
    await tab("OAuth2");
    await page.getByRole("textbox", { name: "Redirects" }).fill(`${server.url}/health?back`);
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByText("Choose what the program asks for").waitFor();
    await page.getByLabel("Redirect", { exact: true }).waitFor();
    expect(await violations(page)).toEqual([]);
    await picture(page, "oauth");
    for (const name of ["Events", "Emoji", "Libraries"]) {
      await tab(name);
      expect(await violations(page), name).toEqual([]);
    }
  });

  test("is let in by the link", async () => {
    const { page } = ada;
    await page.goto(install);
    await page.getByRole("heading", { name: "Let Gardener in?" }).waitFor();
    expect(await violations(page)).toEqual([]);
    await picture(page, "install-page");
    await page.getByRole("button", { name: "Let it in" }).click();
    await composer(page).waitFor();
  });

  const command = async (name: string) => {
    await composer(ada.page).fill(`/${name}`);
    await ada.page.getByRole("option", { name: new RegExp(name) }).waitFor();
    await composer(ada.page).press("Enter");
  };

  test("answers a command whose option it completes", async () => {
    const { page } = ada;
    await command("plant");
    const tree = page.getByRole("combobox", { name: /^tree/ });
    await tree.fill("O");
    await page.locator("datalist option[value=Olive]").waitFor({ state: "attached" });
    await tree.fill("Olive");
    expect(await violations(page)).toEqual([]);
    await picture(page, "command");
    await page.getByRole("dialog").getByRole("button", { name: "Send" }).click();
    await message(page, "You plant: Olive.").waitFor();
    expect(await violations(page)).toEqual([]);
    await picture(page, "components");
  });

  test("answers buttons, a menu and a form", async () => {
    const { page } = ada;
    const planted = message(page, "You plant: Olive.");
    await planted.getByRole("button", { name: "Water it" }).click();
    await message(page, "It is watered.").getByText("Only you can see this.").waitFor();
    await planted.getByRole("button", { name: "Choose a season" }).click();
    await page.getByRole("option", { name: "Autumn" }).click();
    await message(page, "It grows in Autumn.").waitFor();
    await planted.getByRole("button", { name: "Put up a sign" }).click();
    await page.getByLabel("Words on the sign").fill("Olive, do not touch");
    expect(await violations(page)).toEqual([]);
    await page.getByRole("button", { name: "Submit" }).click();
    await message(page, "The sign says Olive, do not touch.").waitFor();
    await picture(page, "answers");
  });

  test("reads a file that is given to a command", async () => {
    const { page } = ada;
    await command("measure");
    const plan = page.getByRole("dialog").locator("input[type=file]");
    await plan.setInputFiles({ name: "plan.txt", mimeType: "text/plain", buffer: Buffer.from("a bed") });
    await page.getByText("plan.txt").waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByRole("dialog").getByRole("button", { name: "Send" }).click();
    await message(page, "I have read plan.txt.").waitFor();
  });

  test("is told of when it does not answer, and asked again", async () => {
    const { page } = ada;
    await command("asleep");
    const notice = page.getByRole("alert").filter({ hasText: "Gardener did not answer in time." });
    await notice.waitFor();
    expect(await violations(page)).toEqual([]);
    await picture(page, "failure");
    await notice.getByRole("button", { name: "Dismiss" }).click();
    await notice.waitFor({ state: "detached" });
  });

  test("acts for somebody who agrees, until they end it", async () => {
    const { page } = ada;
    const back = encodeURIComponent(`${server.url}/health?back`);
    const consent =
      `${server.url}/oauth2/authorize?response_type=code&client_id=${client}&scope=identify+guilds` +
      `&state=s&redirect_uri=${back}`;
    await page.goto(consent);
    await page.getByRole("heading", { name: "Gardener asks to act for you" }).waitFor();
    expect(await violations(page)).toEqual([]);
    await picture(page, "consent");
    const small = await openDevice(browser, {
      viewport: PHONE,
      colorScheme: "light",
      reducedMotion: "reduce",
    });
    await signIn(small.page, server.url, "ada");
    await picture(small.page, "phone-light");
    await small.page.goto(consent);
    await small.page.getByRole("heading", { name: "Gardener asks to act for you" }).waitFor();
    expect(await violations(small.page)).toEqual([]);
    await picture(small.page, "consent-phone-light");
    await small.page.goto(`${server.url}/developers/${client}`);
    await small.page.getByRole("tab", { name: "OAuth2" }).click();
    expect(await violations(small.page)).toEqual([]);
    await picture(small.page, "oauth-phone-light");
    await small.context.close();
    await page.getByRole("button", { name: "Agree" }).click();
    await page.waitForURL(/health\?back&code=.*state=s/);
    await page.goto(server.url);
    await log(page).waitFor();
    expect(ada.faults).toEqual([]);
  });

  test("has webhooks in, and tells events out, in the settings", async () => {
    const { page } = ada;
    await page.getByRole("button", { name: /Community menu/ }).click();
    await page
      .getByRole("menuitem", { name: /settings/i })
      .first()
      .click();
    await page.getByRole("button", { name: "Webhooks", exact: true }).click();
    await page.getByRole("button", { name: "New webhook" }).click();
    await page.getByRole("dialog", { name: "New webhook" }).getByLabel("Name").fill("Herald");
    await page.getByRole("button", { name: "Create", exact: true }).click();
    await page.getByRole("region", { name: "Herald" }).waitFor();
    expect(await violations(page)).toEqual([]);
    await picture(page, "webhooks");
    await page.getByRole("button", { name: "Outgoing webhooks" }).click();
    await page.getByRole("button", { name: "New address" }).click();
    await page.getByRole("dialog", { name: "New address" }).getByLabel("Endpoint URL").fill(program.url);
    await page.getByRole("button", { name: "Create", exact: true }).click();
    await page.getByRole("textbox", { name: "Secret", exact: true }).waitFor();
    await page.getByRole("button", { name: "Last deliveries" }).click();
    await page.getByText("Nothing has been told yet.").waitFor();
    expect(await violations(page)).toEqual([]);
    await picture(page, "outgoing");
  });
});
