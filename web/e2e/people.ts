import type { Locator, Page } from "playwright-core";

/** What a person does in the client, by the names that a screen reader would hear. */

export const PASSWORD = "a plain long password";

/** The first visit: makes the owner's account and a community. */
export async function setUp(page: Page, url: string, username: string, community: string) {
  await page.goto(url);
  await page.getByLabel("Username").fill(username);
  await page.getByLabel("Display name").fill(displayName(username));
  await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: "Continue" }).click();
  await page.getByLabel("Community name").fill(community);
  await page.getByRole("button", { name: "Open Parley" }).click();
  await composer(page).waitFor();
}

/** Follows an invitation as a stranger. */
export async function joinByInvite(page: Page, link: string, username: string) {
  await page.goto(link);
  await page.getByRole("button", { name: "Create account" }).click();
  await page.getByLabel("Username").fill(username);
  await page.getByLabel("Display name").fill(displayName(username));
  await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: "Create account" }).click();
  await composer(page).waitFor();
}

/** Opens the invite dialog of the community and reads the link. */
export async function inviteLink(page: Page): Promise<string> {
  await page.getByRole("button", { name: /Community menu/ }).click();
  await page.getByRole("menuitem", { name: "Invite people" }).click();
  const link = await page.getByRole("textbox", { name: "Invitation link" }).inputValue();
  await page.keyboard.press("Escape");
  return link;
}

export async function signIn(page: Page, url: string, username: string) {
  await page.goto(`${url}/login`);
  await page.getByLabel("Username or e-mail").fill(username);
  await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await composer(page).waitFor();
}

export function composer(page: Page): Locator {
  return page.getByRole("textbox", { name: /^Message #/ });
}

export async function say(page: Page, text: string) {
  await composer(page).fill(text);
  await composer(page).press("Enter");
}

export function log(page: Page): Locator {
  return page.getByRole("log");
}

/** The message that says exactly this somewhere in it. */
export function message(page: Page, text: string): Locator {
  return log(page).getByRole("article").filter({ hasText: text });
}

/** Opens what can be done with a message and chooses. */
export async function act(page: Page, text: string, action: string) {
  await message(page, text).hover();
  await message(page, text).getByRole("button", { name: "More" }).click();
  await page.getByRole("menuitem", { name: action }).click();
}

export async function react(page: Page, text: string, emoji: string) {
  await message(page, text).hover();
  await message(page, text).getByRole("button", { name: "Add a reaction" }).first().click();
  await page.getByLabel("Search emoji").fill(emoji);
  await page.getByRole("button", { name: emoji, exact: true }).first().click();
}

export async function openChannel(page: Page, name: string) {
  await page
    .getByRole("link", { name: new RegExp(`\\b${name}\\b`) })
    .first()
    .click();
  await page.getByRole("textbox", { name: `Message #${name}` }).waitFor();
}

/** The texts of the last messages, oldest first, as they stand on the screen. */
export async function texts(page: Page): Promise<string[]> {
  return log(page).getByRole("article").allInnerTexts();
}

const displayName = (username: string) => username.charAt(0).toUpperCase() + username.slice(1);
