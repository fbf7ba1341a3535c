import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Device, openBrowser, openDevice } from "./browser.ts";
import { composer, log, setUp } from "./people.ts";
import { makeServer, type Server } from "./server.ts";

const PNG = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);
const SCRIPT = "<script>window.top.pwned=1;alert(document.domain)</script>";

/** Files go with a message, are shown in place, and nothing in them runs. */
describe("files", () => {
  let server: Server;
  let browser: Browser;
  let ada: Device;

  beforeAll(async () => {
    server = await makeServer();
    await server.start();
    browser = await openBrowser();
    ada = await openDevice(browser);
    await setUp(ada.page, server.url, "ada", "Files");
  });

  afterAll(async () => {
    await browser?.close();
    await server?.remove();
  });

  test("are attached, sent and shown", async () => {
    await ada.page
      .locator('input[type="file"]')
      .first()
      .setInputFiles([
        { name: "dot.png", mimeType: "image/png", buffer: PNG },
        { name: "notes.txt", mimeType: "text/plain", buffer: Buffer.from("hello") },
      ]);
    await ada.page.getByRole("list", { name: "Attached files" }).getByText("notes.txt").waitFor();
    await composer(ada.page).fill("look at these");
    await composer(ada.page).press("Enter");
    const picture = log(ada.page).getByRole("button", { name: "dot.png" }).locator("img");
    await picture.waitFor();
    await expect
      .poll(() => picture.evaluate((image) => (image as HTMLImageElement).naturalWidth))
      .toBeGreaterThan(0);
    await log(ada.page).getByRole("link", { name: "Download notes.txt" }).waitFor();
    await picture.click();
    await ada.page.getByRole("dialog", { name: "dot.png" }).waitFor();
    await ada.page.keyboard.press("Escape");
    expect(ada.faults).toEqual([]);
  });

  test("run nothing, opened as a page or framed", async () => {
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)">${SCRIPT}</svg>`;
    await ada.page
      .locator('input[type="file"]')
      .first()
      .setInputFiles([
        { name: "evil.svg", mimeType: "image/svg+xml", buffer: Buffer.from(svg) },
        { name: "evil.png", mimeType: "image/png", buffer: Buffer.from(`<!doctype html>${SCRIPT}`) },
        { name: "evil.txt", mimeType: "text/plain", buffer: Buffer.from(`text\n${SCRIPT}`) },
      ]);
    await composer(ada.page).press("Enter");
    const links = log(ada.page).getByRole("link", { name: /^Download evil/ });
    await expect.poll(() => links.count()).toBe(3);
    for (const link of await links.all()) {
      const address = `${server.url}${await link.getAttribute("href")}`;
      const page = await ada.context.newPage();
      const dialogs: string[] = [];
      page.on("dialog", (dialog) => {
        dialogs.push(dialog.message());
        void dialog.dismiss();
      });
      // A download is no page: the navigation ends without one.
      await page.goto(address).catch(() => undefined);
      expect(dialogs).toEqual([]);
      await page.close();
    }
    expect(await ada.page.evaluate("window.pwned")).toBeUndefined();
  });
});
