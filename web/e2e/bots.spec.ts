import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startApplication } from "./appServer.ts";
import { look } from "./axe.ts";
import { type Device, openBrowser, openDevice, PHONE } from "./browser.ts";
import { composer, log, message, say, setUp, signIn } from "./people.ts";
import { makeServer, type Server } from "./server.ts";

/** An application from the portal to its answers in the conversation. The steps build on each other. */
describe("an application", () => {
  let server: Server;
  let browser: Browser;
  let ada: Device;
  let program: Awaited<ReturnType<typeof startApplication>>;
  let client = "";
  let install = "";
  let secret = "";

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

  const tab = (name: string, page = ada.page) => page.getByRole("tab", { name, exact: true }).click();
  const value = (label: string) => ada.page.getByRole("textbox", { name: label, exact: true }).inputValue();
  const saved = async () => {
    await ada.page.getByRole("button", { name: "Save" }).click();
    await ada.page.getByRole("button", { name: "Save", disabled: false }).waitFor();
  };

  test("is made in the portal, with an endpoint, a token and a link", async () => {
    const { page } = ada;
    await page.goto(`${server.url}/developers`);
    await page.getByText("You have no applications yet.").waitFor();
    await look(page, "bots-portal-empty");
    await page.getByRole("button", { name: "New application" }).click();
    await page.getByLabel("Name").fill("Gardener");
    await page.getByRole("button", { name: "Create", exact: true }).click();
    await page.getByRole("heading", { name: "Gardener" }).waitFor();
    client = await value("Application ID");
    program.trust(await value("Public key"));
    await page.getByLabel("Endpoint URL").fill(`${program.url}/interactions`);
    await saved();
    await look(page, "bots-general");
    await tab("Bot");
    await page.getByRole("button", { name: "Make a token" }).click();
    const token = await value("Token");
    await look(page, "bots-token");
    await program.register(`${server.url}/api/v10`, client, token);
    await tab("Installing");
    await page.getByLabel("Send messages", { exact: true }).check();
    install = await value("Install link");
    expect(install).toContain("permissions=2048");
    await look(page, "bots-install");
    for (const name of ["Emoji", "Libraries"]) {
      await tab(name);
      await page.getByRole("tabpanel").getByRole("heading").first().waitFor();
      await look(page, `bots-${name}`);
    }
    await tab("Bot");
    await page.getByText("The present token was made").waitFor();
  });

  test("has a secret, redirects and an address for events", async () => {
    const { page } = ada;
    await tab("OAuth2");
    await page.getByRole("textbox", { name: "Redirects" }).fill(`${server.url}/health?back`);
    await saved();
    await page.getByLabel("Redirect", { exact: true }).waitFor();
    await page.getByRole("button", { name: "Make a secret" }).click();
    secret = await value("Client secret");
    await look(page, "bots-oauth");
    await tab("Events");
    await page.getByLabel("Endpoint URL").fill(`${program.url}/events`);
    await saved();
    await page.getByRole("switch", { name: "Tell events", checked: true }).waitFor();
    expect(program.told).toEqual(["PING"]);
    await look(page, "bots-events");
    await tab("OAuth2");
    await page.getByText("The present secret was made").waitFor();
  });

  test("is let in by the link", async () => {
    const { page } = ada;
    await page.goto(install);
    await page.getByRole("heading", { name: "Let Gardener in?" }).waitFor();
    await look(page, "bots-install-page");
    await page.getByRole("button", { name: "Let it in" }).click();
    await composer(page).waitFor();
    await expect.poll(() => program.told).toContain("APPLICATION_AUTHORIZED");
  });

  const command = async (name: string) => {
    await composer(ada.page).fill(`/${name}`);
    await ada.page.getByRole("option", { name: new RegExp(name) }).waitFor();
    await look(ada.page, `bots-picker-${name}`);
    await composer(ada.page).press("Enter");
  };

  test("answers a command whose option it completes", async () => {
    const { page } = ada;
    await command("plant");
    const tree = page.getByRole("combobox", { name: /^tree/ });
    await tree.fill("O");
    await page.locator("datalist option[value=Olive]").waitFor({ state: "attached" });
    await tree.fill("Olive");
    await look(page, "bots-command");
    await page.getByRole("dialog").getByRole("button", { name: "Send" }).click();
    await message(page, "You plant: Olive.").waitFor();
  });

  test("answers buttons, a menu and a form", async () => {
    const { page } = ada;
    const planted = message(page, "You plant: Olive.");
    await planted.getByRole("button", { name: "Water it" }).click();
    await message(page, "It is watered.").getByText("Only you can see this.").waitFor();
    await planted.getByRole("button", { name: "Choose a season" }).click();
    await page.getByRole("option", { name: "Autumn" }).waitFor();
    await look(page, "bots-menu");
    await page.getByRole("option", { name: "Autumn" }).click();
    await message(page, "It grows in Autumn.").waitFor();
    await planted.getByRole("button", { name: "Put up a sign" }).click();
    await page.getByLabel("Words on the sign").fill("Olive, do not touch");
    await look(page, "bots-modal");
    await page.getByRole("button", { name: "Submit" }).click();
    await message(page, "The sign says Olive, do not touch.").waitFor();
    await look(page, "bots-answers");
  });

  test("reads a file that is given to a command", async () => {
    const { page } = ada;
    await command("measure");
    const plan = page.getByRole("dialog").locator("input[type=file]");
    await plan.setInputFiles({ name: "plan.txt", mimeType: "text/plain", buffer: Buffer.from("a bed") });
    await page.getByText("plan.txt").waitFor();
    await look(page, "bots-file");
    await page.getByRole("dialog").getByRole("button", { name: "Send" }).click();
    await message(page, "I have read plan.txt.").waitFor();
  });

  test("is told of when it does not answer, and asked again", async () => {
    const { page } = ada;
    await command("asleep");
    const notice = page.getByRole("alert").filter({ hasText: "Gardener did not answer in time." });
    await notice.waitFor();
    await look(page, "bots-failure");
    await notice.getByRole("button", { name: "Dismiss" }).click();
    await notice.waitFor({ state: "detached" });
  });

  test("acts for somebody who agrees, until they end it", async () => {
    const { page } = ada;
    const back = encodeURIComponent(`${server.url}/health?back`);
    const consent =
      `${server.url}/oauth2/authorize?response_type=code&client_id=${client}&scope=identify+guilds` +
      `&state=s&redirect_uri=${back}`;
    await onPhone(consent);
    await page.goto(consent);
    await page.getByRole("heading", { name: "Gardener asks to act for you" }).waitFor();
    await look(page, "bots-consent");
    await page.getByRole("button", { name: "Agree" }).click();
    await page.waitForURL(/health\?back&code=.*state=s/);
    const got = await fetch(`${server.url}/api/v10/oauth2/token`, {
      method: "POST",
      body: new URLSearchParams({
        grant_type: "authorization_code",
        client_id: client,
        client_secret: secret,
        redirect_uri: `${server.url}/health?back`,
        code: new URL(page.url()).searchParams.get("code") ?? "",
      }),
    });
    expect(await got.json()).toMatchObject({ token_type: "Bearer", scope: "identify guilds" });
    await page.goto(server.url);
    await log(page).waitFor();
    expect(ada.faults).toEqual([]);
  });

  const onPhone = async (consent: string) => {
    const small = await openDevice(browser, {
      viewport: PHONE,
      colorScheme: "light",
      reducedMotion: "reduce",
    });
    await signIn(small.page, server.url, "ada");
    await look(small.page, "bots-phone-log");
    await small.page.goto(consent);
    await small.page.getByRole("heading", { name: "Gardener asks to act for you" }).waitFor();
    await look(small.page, "bots-phone-consent");
    await small.page.goto(`${server.url}/developers/${client}`);
    await tab("Events", small.page);
    await look(small.page, "bots-phone-portal");
    const wide = await small.page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
    expect(wide, "nothing sticks out of the phone").toBe(false);
    await small.context.close();
  };

  /** Leaves the settings. */
  const close = async (page: Page) => {
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "detached" });
  };

  test("has webhooks in a channel's settings", async () => {
    const { page } = ada;
    await page
      .getByRole("link", { name: /general/ })
      .first()
      .click({ button: "right" });
    await page.getByRole("menuitem", { name: "Edit channel" }).click();
    await page.getByRole("button", { name: "Webhooks", exact: true }).click();
    await page.getByRole("button", { name: "New webhook" }).click();
    await page.getByRole("dialog", { name: "New webhook" }).getByLabel("Name").fill("Herald");
    await page.getByRole("button", { name: "Create", exact: true }).click();
    const herald = page.getByRole("region", { name: "Herald" });
    const address = await herald.getByRole("textbox", { name: "Address" }).inputValue();
    await look(page, "bots-webhooks");
    await close(page);
    const sent = await fetch(address, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ content: "Hear, hear!", username: "Crier" }),
    });
    expect(sent.status).toBe(204);
    await message(page, "Hear, hear!").getByText("Crier").waitFor();
  });

  const outside = async () => {
    await ada.page.getByRole("button", { name: /Community menu/ }).click();
    await ada.page.getByRole("menuitem", { name: "Community settings" }).click();
    await ada.page.getByRole("button", { name: "Outgoing webhooks" }).click();
  };

  test("tells events out, and again what nobody took", async () => {
    const { page } = ada;
    await outside();
    await page.getByRole("button", { name: "New address" }).click();
    await page
      .getByRole("dialog", { name: "New address" })
      .getByLabel("Endpoint URL")
      .fill(`${program.url}/community`);
    await page.getByRole("button", { name: "Create", exact: true }).click();
    await page.getByRole("textbox", { name: "Secret", exact: true }).waitFor();
    await page.getByRole("checkbox", { name: "CHANNEL_CREATE" }).check();
    await page.getByRole("checkbox", { name: "CHANNEL_CREATE", checked: true }).waitFor();
    await page.getByRole("textbox", { name: "Secret", exact: true }).waitFor();
    await look(page, "bots-outgoing");
    await close(page);
    await say(page, "Is anybody there?");
    await outside();
    await page.getByRole("button", { name: "Last deliveries" }).click();
    const given = page.getByRole("listitem").filter({ hasText: "Given up" }).last();
    await given.waitFor();
    await look(page, "bots-dead-letter");
    program.comeBack();
    await given.getByRole("button", { name: "Try again" }).click();
    await page.getByText("Taken", { exact: true }).waitFor();
    await look(page, "bots-delivered");
    await close(page);
  });

  test("stands among the apps, where it is ended", async () => {
    const { page } = ada;
    await page.getByRole("button", { name: "Settings", exact: true }).click();
    await page.getByRole("button", { name: "Apps", exact: true }).click();
    await page.getByRole("dialog").getByText("Gardener", { exact: true }).waitFor();
    await look(page, "bots-apps");
    await page.getByRole("button", { name: "End it" }).click();
    await page.getByText("Nothing acts for you.").waitFor();
    await expect.poll(() => program.told).toContain("APPLICATION_DEAUTHORIZED");
    expect(ada.faults).toEqual([]);
  });
});
