import { existsSync } from "node:fs";
import puppeteer, { type Browser } from "puppeteer-core";

/** The system's own Firefox, if there is one. */
export const FIREFOX = [process.env.FIREFOX ?? "", "/usr/bin/firefox-esr", "/usr/bin/firefox"].find(
  existsSync,
);

/** The tone that Firefox's invented microphone plays, in hertz. */
export const FIREFOX_TONE = 1_500;

/**
 * Firefox with invented devices, driven by WebDriver BiDi; Playwright's is a patched one. On a machine without loudspeakers no Web Audio
 * runs in it, so that its voice goes without the gate and what it hears is told by its counters alone.
 */
export async function openFirefox(executablePath: string): Promise<Browser> {
  return puppeteer.launch({
    browser: "firefox",
    executablePath,
    headless: true,
    extraPrefsFirefox: {
      "media.navigator.streams.fake": true,
      "media.navigator.permission.disabled": true,
      "media.navigator.audio.fake_frequency": FIREFOX_TONE,
      "media.autoplay.default": 0,
      "media.peerconnection.ice.loopback": true,
      "media.peerconnection.ice.obfuscate_host_addresses": false,
    },
  });
}
