import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { look } from "./axe.ts";
import { CALLING, type Device, openBrowser, openDevice, PHONE } from "./browser.ts";
import { keepConnections, until } from "./callProof.ts";
import { inviteLink, joinByInvite, setUp } from "./people.ts";
import { makeServer, type Server } from "./server.ts";

/** Two people record their call, and listen to it; the steps build on each other. */
describe("recording a call", () => {
  let server: Server;
  let browser: Browser;
  let ada: Device;
  let ben: Device;

  beforeAll(async () => {
    server = await makeServer();
    await server.start();
    browser = await openBrowser(CALLING);
    ada = await openDevice(browser, { permissions: ["microphone", "camera"] });
    ben = await openDevice(browser, {
      viewport: PHONE,
      colorScheme: "light",
      permissions: ["microphone", "camera"],
    });
    for (const { page } of [ada, ben]) await page.addInitScript(keepConnections);
    await setUp(ada.page, server.url, "ada", "Workshop");
    await joinByInvite(ben.page, await inviteLink(ada.page), "ben");
  });

  afterAll(async () => {
    await browser?.close();
    await server?.remove();
  });

  test("it begins when the other agrees", async () => {
    for (const { page } of [ada, ben]) {
      const join = page.getByRole("link", { name: "Join General" });
      if (!(await join.isVisible())) await page.getByRole("button", { name: "Channels" }).first().click();
      await join.click();
      await until(page, (now) => now.connected);
    }
    await ada.page
      .getByRole("link", { name: /General/ })
      .first()
      .click();
    await ada.page.getByRole("button", { name: "Camera", exact: true }).click();
    await ada.page.getByRole("button", { name: "Record", exact: true }).click();
    await ben.page.getByRole("dialog").getByText("Record this call?").waitFor();
    await look(ben.page, "record-ask");
    await ben.page.getByRole("button", { name: "I agree" }).click();
    await ada.page.getByText("This call is recorded").waitFor();
    await look(ada.page, "record-running");
    await ada.page.waitForTimeout(2_500);
    await ada.page.getByRole("button", { name: "Stop recording" }).click();
    await ada.page.getByText("This call is recorded").waitFor({ state: "detached" });
  });

  test("every voice, the picture and the mix play", async () => {
    await expect
      .poll(
        async () => {
          await ada.page.getByRole("button", { name: "Recordings" }).click();
          const ready = await ada.page
            .getByRole("dialog")
            .getByText(/^With /)
            .waitFor({ timeout: 2_000 })
            .then(
              () => true,
              () => false,
            );
          if (!ready) await ada.page.keyboard.press("Escape");
          return ready;
        },
        { timeout: 30_000 },
      )
      .toBe(true);
    await ada.page.getByText("Each voice and picture").click();
    await look(ada.page, "record-list");
    const played = await ada.page.evaluate(playAll);
    expect(played.map((one) => one.tag).sort()).toEqual(["AUDIO", "AUDIO", "AUDIO", "VIDEO"]);
    for (const one of played) expect(one.seconds, JSON.stringify(played)).toBeGreaterThan(1);
    expect(played.find((one) => one.tag === "VIDEO")?.width).toBeGreaterThan(100);
  });

  test("nothing broke meanwhile", () => {
    for (const device of [ada, ben]) expect(device.faults).toEqual([]);
  });
});

/** Plays each for more than a second, as far as it gets, and tells how far that is. */
async function playAll() {
  const all = [...document.querySelectorAll<HTMLVideoElement>("dialog audio, dialog video")];
  return Promise.all(
    all.map(async (one) => {
      one.muted = true;
      await one.play();
      for (let i = 0; i < 100 && one.currentTime <= 1; i++)
        await new Promise((later) => setTimeout(later, 100));
      return { tag: one.tagName, seconds: one.currentTime, width: one.videoWidth ?? 0 };
    }),
  );
}
