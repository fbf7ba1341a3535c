import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { look } from "./axe.ts";
import { CALLING, type Device, openBrowser, openDevice, PHONE } from "./browser.ts";
import { COTURN, startCoturn } from "./coturn.ts";
import { setUp, signIn } from "./people.ts";
import { makeServer, type Server } from "./server.ts";

/** The voice doctor in a browser: real connections to a server that is well, and to one that sends calls to where nobody is. */
describe("checking the connection", () => {
  let server: Server;
  let browser: Browser;
  let ada: Device;

  beforeAll(async () => {
    server = await makeServer();
    await server.start({ PARLEY_MEDIA_ADDRESSES: "127.0.0.1" });
    browser = await openBrowser([...CALLING, "--host-resolver-rules=MAP parley.test 127.0.0.1"]);
    ada = await openDevice(browser);
    await setUp(ada.page, server.url, "ada", "Workshop");
  });

  afterAll(async () => {
    await browser?.close();
    await server?.remove();
  });

  const check = async (device: Device, label: string) => {
    await device.page.keyboard.press("Control+,");
    await device.page
      .getByRole("tab", { name: label })
      .or(device.page.getByRole("button", { name: label }))
      .first()
      .click();
  };

  test("UDP and TCP work, and there is no relay", async () => {
    await check(ada, "Check the connection");
    await ada.page.getByRole("button", { name: "Check now" }).click();
    await ada.page.getByText("Calls reach you the best way").waitFor({ timeout: 30_000 });
    expect(await ada.page.getByText(/Works, \d+ ms/).count()).toBe(2);
    await ada.page.getByText("This server has none").waitFor();
    await look(ada.page, "check-well");
  });

  test("a page without TLS is told that it gets no microphone", async () => {
    const device = await openDevice(browser);
    await signIn(device.page, `http://parley.test:${server.port}`, "ada");
    await check(device, "Check the connection");
    await device.page.getByRole("button", { name: "Check now" }).click();
    await device.page.getByText("This page has no TLS").waitFor({ timeout: 30_000 });
    await device.page.getByText(/set(s)? tls_certificate and tls_key/).waitFor();
    await look(device.page, "check-insecure");
    await device.page.close();
  });

  test.skipIf(!COTURN)("a real coturn relays to the media port", async () => {
    const relay = await startCoturn("sesame");
    try {
      await server.end("SIGTERM");
      await server.start({
        PARLEY_MEDIA_ADDRESSES: "127.0.0.1",
        PARLEY_TURN_URLS: relay.url,
        PARLEY_TURN_SECRET: "sesame",
      });
      const device = await openDevice(browser);
      await signIn(device.page, server.url, "ada");
      await check(device, "Check the connection");
      await device.page.getByRole("button", { name: "Check now" }).click();
      await device.page.getByText("Calls reach you the best way").waitFor({ timeout: 40_000 });
      expect(await device.page.getByText(/Works, \d+ ms/).count()).toBe(3);
      await look(device.page, "check-relay");
      await device.page.close();
    } finally {
      await relay.end();
    }
  });

  test("a server that tells a wrong address is found out", async () => {
    await server.end("SIGTERM");
    await server.start({ PARLEY_MEDIA_ADDRESSES: "192.0.2.1" });
    // A call that does not come about brings the doctor by itself.
    await ada.page.keyboard.press("Escape");
    await ada.page.getByRole("link", { name: "Join General" }).click();
    const phone = await openDevice(browser, { viewport: PHONE, colorScheme: "light" });
    await signIn(phone.page, server.url, "ada");
    await phone.page.keyboard.press("Control+,");
    await phone.page.getByRole("button", { name: "Check the connection" }).click();
    await phone.page.getByRole("button", { name: "Check now" }).click();
    await phone.page.getByText("The router does not lead back inside").waitFor({ timeout: 60_000 });
    expect(await phone.page.getByText("No way through").count()).toBe(2);
    await look(phone.page, "check-wrong");
    expect(phone.faults).toEqual([]);
    await ada.page.getByRole("dialog").getByText("The call does not reach you").waitFor();
    await ada.page.getByRole("dialog").getByText("The router does not lead back inside").waitFor();
    await look(ada.page, "check-failed-call");
  });

  test("nothing broke meanwhile", () => {
    expect(ada.faults.filter((one) => !/WebSocket|ERR_CONNECTION_REFUSED/.test(one))).toEqual([]);
  });
});
