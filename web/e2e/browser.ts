import { existsSync } from "node:fs";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";

const CHROMIUM = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** What a Chromium needs for calls with itself: devices that need no people, and the way over loopback. */
export const CALLING = [
  "--use-fake-ui-for-media-stream",
  "--use-fake-device-for-media-stream=device-count=3",
  "--autoplay-policy=no-user-gesture-required",
  "--allow-loopback-in-peer-connection",
];

/** The system's own Chromium, headless. */
export async function openBrowser(more: string[] = []): Promise<Browser> {
  const executablePath = process.env.CHROMIUM ?? CHROMIUM.find(existsSync);
  if (executablePath === undefined) throw new Error("Chromium is missing: apt-get install chromium");
  return chromium.launch({
    executablePath,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      ...more,
    ],
  });
}

export interface Device {
  context: BrowserContext;
  page: Page;
  /** Errors of the page's own making: uncaught exceptions, broken CSP, console errors. */
  faults: string[];
}

interface DeviceOptions {
  viewport?: { width: number; height: number };
  colorScheme?: "dark" | "light";
  locale?: string;
  reducedMotion?: "reduce";
  permissions?: string[];
}

export const DESKTOP = { width: 1440, height: 900 };
export const PHONE = { width: 390, height: 844 };

/** A browser of somebody's own: nothing is shared with another device but the server. */
export async function openDevice(browser: Browser, options: DeviceOptions = {}): Promise<Device> {
  const context = await browser.newContext({
    viewport: options.viewport ?? DESKTOP,
    colorScheme: options.colorScheme ?? "dark",
    locale: options.locale ?? "en-GB",
    reducedMotion: options.reducedMotion ?? "no-preference",
    hasTouch: options.viewport === PHONE,
    ...(options.permissions && { permissions: options.permissions }),
  });
  // A microphone of a test beeps, and beeps are what the model takes away.
  if (options.permissions?.includes("microphone")) await context.addInitScript(openMicrophone);
  const page = await context.newPage();
  const faults: string[] = [];
  page.on("pageerror", (error) => faults.push(String(error)));
  page.on("console", (message) => {
    if (message.type() === "error" && !expected(message.text())) faults.push(message.text());
  });
  page.on("dialog", (dialog) => {
    faults.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  return { context, page, faults };
}

function openMicrophone() {
  const key = "parley.call";
  if (localStorage.getItem(key)) return;
  localStorage.setItem(key, JSON.stringify({ suppression: "off", automatic: false, thresholdDb: -90 }));
}

/** What a browser reports when the test itself cuts the network, ends the server or is refused on purpose. */
function expected(text: string): boolean {
  return /ERR_(CONNECTION|INTERNET|NETWORK|EMPTY)|WebSocket connection to|status of (400|401|403|404|429|503)/.test(
    text,
  );
}
