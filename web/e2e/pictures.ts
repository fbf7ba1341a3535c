import { mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, test } from "vitest";
import { openBrowser, openDevice, PHONE } from "./browser.ts";
import {
  composer,
  inviteLink,
  joinByInvite,
  message,
  openChannel,
  react,
  say,
  setUp,
  signIn,
} from "./people.ts";
import { openRest } from "./rest.ts";
import { makeServer, type Server } from "./server.ts";

const FOLDER = fileURLToPath(new URL("../../docs/pictures/", import.meta.url));
const TALK: [string, string][] = [
  ["ada", "Good morning! The new print of the star chart is **ready**. Who wants to see it first?"],
  ["mika", "Me! Is it the one with the southern sky?"],
  [
    "ada",
    "Yes, and with the corrections from last week:\n- Canopus moved\n- the scale is right now\n- no more typos",
  ],
  ["joao", "I can bring it to the meeting on Thursday. `19:30`, as always?"],
  ["mika", "> as always?\n19:00 this time, the library closes earlier."],
  ["joao", "Then 19:00 it is. I will tell the others."],
];

let server: Server;
let browser: Browser;

beforeAll(async () => {
  mkdirSync(FOLDER, { recursive: true });
  server = await makeServer();
  await server.start();
  browser = await openBrowser();
});

afterAll(async () => {
  await browser?.close();
  await server?.remove();
});

const shoot = (page: Page, name: string) => page.screenshot({ path: `${FOLDER}${name}.png` });

test("pictures", async () => {
  const ada = await openDevice(browser);
  await ada.page.goto(server.url);
  await ada.page.getByLabel("Username").waitFor();
  await shoot(ada.page, "setup-dark");
  await setUp(ada.page, server.url, "ada", "Night Sky Club");
  const link = await inviteLink(ada.page);
  const visitor = await openDevice(browser, { colorScheme: "light" });
  await visitor.page.goto(link);
  await visitor.page.getByRole("button", { name: "Create account" }).waitFor();
  await shoot(visitor.page, "invite-light");
  await joinByInvite(visitor.page, link, "mika");
  const joao = await openDevice(browser);
  await joinByInvite(joao.page, link, "joao");
  await furnish();
  await talk();
  await react(visitor.page, "The new print of the star chart", "star struck");
  await react(joao.page, "The new print of the star chart", "telescope");
  await message(visitor.page, "I can bring it").hover();
  await message(visitor.page, "I can bring it").getByRole("button", { name: "Reply" }).click();
  await say(visitor.page, "Thank you, that would be great 🙌");
  await composer(joao.page).pressSequentially("On my");
  await message(ada.page, "that would be great").waitFor();
  await ada.page.waitForTimeout(600);
  await shoot(ada.page, "chat-dark");
  await shoot(visitor.page, "chat-light");
  await openChannel(ada.page, "observations");
  await ada.page.waitForTimeout(300);
  await shoot(ada.page, "channel-dark");
  await ada.page.keyboard.press("Control+k");
  await ada.page.getByRole("combobox").first().fill("ob");
  await ada.page.waitForTimeout(300);
  await shoot(ada.page, "palette-dark");
  await ada.page.keyboard.press("Escape");
  await settings(ada.page);
  for (const colorScheme of ["dark", "light"] as const) {
    const phone = await openDevice(browser, { viewport: PHONE, colorScheme });
    await signIn(phone.page, server.url, "mika");
    await phone.page.waitForTimeout(500);
    await shoot(phone.page, `phone-${colorScheme}`);
    await phone.context.close();
  }
});

async function furnish() {
  const rest = await openRest(server.url, "ada");
  const [guild] = await rest.get("/users/@me/guilds");
  const channels: { id: string; name: string; type: number }[] = await rest.get(
    `/guilds/${guild.id}/channels`,
  );
  const category = channels.find((channel) => channel.type === 4);
  for (const [name, topic] of [
    ["observations", "What you saw, where and when"],
    ["telescopes", "Mirrors, mounts and money"],
    ["meetings", ""],
  ]) {
    await rest.post(`/guilds/${guild.id}/channels`, { name, topic, type: 0, parent_id: category?.id });
  }
  const general = channels.find((channel) => channel.type === 0);
  await rest.patch(`/channels/${general?.id}`, { topic: "Everything under the stars. Be kind." });
  const role = await rest.post(`/guilds/${guild.id}/roles`, {
    name: "Observers",
    color: 0x4fb3a5,
    hoist: true,
  });
  const members: { user: { id: string; username: string } }[] = await rest.get(
    `/guilds/${guild.id}/members?limit=10`,
  );
  const mika = members.find((member) => member.user.username === "mika");
  await rest.put(`/guilds/${guild.id}/members/${mika?.user.id}/roles/${role.id}`, {});
}

async function talk() {
  for (const [who, text] of TALK) {
    const rest = await openRest(server.url, who);
    const [guild] = await rest.get("/users/@me/guilds");
    const channels: { id: string; type: number }[] = await rest.get(`/guilds/${guild.id}/channels`);
    await rest.post(`/channels/${channels.find((channel) => channel.type === 0)?.id}/messages`, {
      content: text,
    });
  }
}

async function settings(page: Page) {
  await page.getByRole("button", { name: "Settings", exact: true }).click();
  await page.waitForTimeout(600);
  await shoot(page, "settings-dark");
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: /Community menu/ }).click();
  await page.getByRole("menuitem", { name: "Community settings" }).click();
  await page.waitForTimeout(400);
  await page
    .getByRole("tab", { name: "Roles" })
    .or(page.getByRole("link", { name: "Roles" }))
    .or(page.getByRole("button", { name: "Roles" }))
    .first()
    .click();
  await page.waitForTimeout(500);
  await shoot(page, "roles-dark");
  await page.keyboard.press("Escape");
}
