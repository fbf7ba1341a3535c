import type { Browser } from "playwright-core";
import { type Device, openBrowser, openDevice } from "./browser.ts";
import { setUp } from "./people.ts";
import { makeServer, type Server } from "./server.ts";

export interface House {
  server: Server;
  browser: Browser;
  /** The owner's. */
  ada: Device;
  close(): Promise<void>;
}

/** A server with one community, whose owner Ada sits before it. */
export async function openHouse(
  community: string,
  options: Parameters<typeof openDevice>[1] = {},
): Promise<House> {
  const server = await makeServer();
  await server.start();
  const browser = await openBrowser();
  const ada = await openDevice(browser, options);
  await setUp(ada.page, server.url, "ada", community);
  return {
    server,
    browser,
    ada,
    close: async () => {
      await browser.close();
      await server.remove();
    },
  };
}
