import { type ChildProcess, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { look } from "./axe.ts";
import { type Device, openBrowser, openDevice, PHONE } from "./browser.ts";
import { inviteLink, joinByInvite, PASSWORD, setUp, signIn } from "./people.ts";
import { openRest } from "./rest.ts";
import { makeServer, type Server } from "./server.ts";

const TALKING = { permissions: ["microphone"], reducedMotion: "reduce" as const };
const VOICE = 2;
const STAGE = 13;
const COTURN = "/usr/bin/turnserver";
const TURN_PORT = 21_215;
const SECRET = "sesame";

/** Lobbies, soundboards, priority, stages and relays, by people with beeping microphones. The steps build on each other. */
describe("voice channels", () => {
  let server: Server;
  let browser: Browser;
  let ada: Device;
  let ben: Device;
  let cleo: Device;
  let rest: Awaited<ReturnType<typeof openRest>>;
  let guild: string;
  let coturn: ChildProcess | undefined;

  beforeAll(async () => {
    server = await makeServer();
    await server.start({
      PARLEY_HOST: "127.0.0.1",
      ...(existsSync(COTURN) && {
        PARLEY_TURN_URLS: `turn:127.0.0.1:${TURN_PORT}?transport=udp`,
        PARLEY_TURN_SECRET: SECRET,
      }),
    });
    browser = await openBrowser([
      "--use-fake-ui-for-media-stream",
      "--use-fake-device-for-media-stream",
      "--autoplay-policy=no-user-gesture-required",
      "--allow-loopback-in-peer-connection",
    ]);
    [ada, ben, cleo] = (await Promise.all([1, 2, 3].map(() => openDevice(browser, TALKING)))) as [
      Device,
      Device,
      Device,
    ];
    for (const device of [ada, ben, cleo]) await device.page.addInitScript(keepSounds);
    await setUp(ada.page, server.url, "ada", "Workshop");
    const link = await inviteLink(ada.page);
    await joinByInvite(ben.page, link, "ben");
    await joinByInvite(cleo.page, link, "cleo");
    rest = await openRest(server.url, "ada");
    guild = (await rest.get("/users/@me/guilds"))[0].id;
  });

  afterAll(async () => {
    coturn?.kill();
    await browser?.close();
    await server?.remove();
  });

  test("who enters a lobby gets a room, which goes with them", async () => {
    await rest.post(`/guilds/${guild}/channels`, { name: "Lobby", type: VOICE, lifespan: "lobby" });
    await ben.page.getByRole("link", { name: "Join Lobby" }).click();
    await ada.page.getByRole("link", { name: "Join Ben" }).waitFor();
    await ben.page.getByRole("status").filter({ hasText: "Connected" }).waitFor();
    await ben.page.getByText("In Ben", { exact: true }).waitFor();
    // Who looked at the lobby's page looks at their room's then.
    await ben.page.getByRole("main").getByRole("heading", { name: "Ben" }).waitFor();
    await ben.page.getByRole("button", { name: "Disconnect" }).first().click();
    await ada.page.getByRole("link", { name: "Join Ben" }).waitFor({ state: "detached" });
  });

  test("who is moved is connected again, although the former connection is refused late", async () => {
    const late = await openDevice(browser, TALKING);
    await late.page.addInitScript(refuseLate);
    await signIn(late.page, server.url, "cleo");
    const { id } = await rest.post(`/guilds/${guild}/channels`, { name: "Elsewhere", type: VOICE });
    await enter(late.page, "General");
    const { id: cleo } = await (await openRest(server.url, "cleo")).get("/users/@me");
    await rest.patch(`/guilds/${guild}/members/${cleo}`, { channel_id: id });
    await expect
      .poll(() => late.page.evaluate(() => (globalThis as unknown as { refused: number }).refused))
      .toBe(1);
    await late.page.getByText("In Elsewhere", { exact: true }).waitFor();
    await late.page.getByRole("status").filter({ hasText: "Connected" }).waitFor();
    expect(late.faults).toEqual([]);
    await late.context.close();
  });

  test("who comes with a token of before is told the present one", async () => {
    const strayed = await openDevice(browser, TALKING);
    let refused = false;
    await strayed.page.routeWebSocket(/\/voice/, (page) => {
      const node = page.connectToServer();
      page.onMessage((said) => {
        const wrong = String(said).replace(/"token":"[^"]+"/, '"token":"of before"');
        node.send(refused ? said : wrong);
        refused = true;
      });
    });
    await signIn(strayed.page, server.url, "cleo");
    await enter(strayed.page, "General");
    expect(refused).toBe(true);
    expect(strayed.faults).toEqual([]);
    await strayed.context.close();
  });

  test("a channel becomes temporary in its settings", async () => {
    await ada.page.getByRole("link", { name: "Join Lobby" }).click({ button: "right" });
    await ada.page.getByRole("menuitem", { name: "Edit channel" }).click();
    await ada.page.getByRole("radio", { name: /While people are inside/ }).check({ force: true });
    await look(ada.page, "voice-channel-settings-dark");
    await ada.page.getByRole("button", { name: "Save changes" }).click();
    await ada.page.getByRole("button", { name: "Save changes" }).waitFor({ state: "detached" });
    await expect.poll(async () => (await channel("Lobby")).lifespan).toBe("temporary");
    await close(ada.page);
  });

  test("a sound is added, and everybody in the call hears who plays it", async () => {
    await ada.page.getByRole("button", { name: /Community menu/ }).click();
    await ada.page.getByRole("menuitem", { name: "Community settings" }).click();
    await ada.page.getByRole("button", { name: "Emoji and sounds" }).click();
    await ada.page.getByRole("button", { name: "Add a sound" }).click();
    const wav = await fetch(`${server.url}/cdn/soundboard-sounds/1`);
    expect(wav.headers.get("content-type")).toBe("audio/wav");
    const file = { name: "gong.wav", mimeType: "audio/wav", buffer: Buffer.from(await wav.arrayBuffer()) };
    await ada.page.locator("input[type=file][accept*=ogg]").setInputFiles(file);
    await look(ada.page, "sound-dialog-dark");
    await ada.page.getByRole("dialog").getByRole("button", { name: "Add a sound" }).last().click();
    await ada.page.getByRole("button", { name: "Play gong" }).waitFor();
    // The sound is told to everybody before its dialog knows that it was taken.
    await expect.poll(() => ada.page.getByRole("dialog").count()).toBe(1);
    await look(ada.page, "sound-settings-dark");
    await close(ada.page);
    await enter(ada.page, "General");
    await enter(ben.page, "General");
    await enter(cleo.page, "General");
    await ben.page.getByRole("button", { name: "Soundboard" }).first().click();
    await ben.page.getByRole("button", { name: "Play gong" }).waitFor();
    await look(ben.page, "soundboard-dark");
    await ben.page.getByLabel("Find a sound").fill("gon");
    await ben.page.keyboard.press("Tab");
    await ben.page.keyboard.press("Enter");
    const { items } = await rest.get(`/guilds/${guild}/soundboard-sounds`);
    for (const device of [ada, ben])
      await expect.poll(() => sounds(device.page)).toContain(`/cdn/soundboard-sounds/${items[0].sound_id}`);
    await ben.page.keyboard.press("Escape");
  });

  test("while one speaks with priority the others are quieter", async () => {
    const key = { key: "parley.call", priority: "F8" };
    await ada.page.evaluate(({ key, priority }) => {
      const known = JSON.parse(localStorage.getItem(key) ?? "{}");
      localStorage.setItem(key, JSON.stringify({ ...known, priorityKey: priority }));
    }, key);
    await ada.page.reload();
    await enter(ada.page, "General");
    await expect.poll(() => quietest(ben.page)).toBe(1);
    await ada.page.keyboard.down("F8");
    await expect.poll(() => quietest(ben.page), { timeout: 8_000 }).toBe(0.25);
    await ada.page.keyboard.up("F8");
    await expect.poll(() => quietest(ben.page), { timeout: 8_000 }).toBe(1);
  });

  test("on a stage hands are raised, people are invited and sent back", async () => {
    await rest.post(`/guilds/${guild}/channels`, { name: "Theatre", type: STAGE });
    for (const device of [ada, ben, cleo]) await enter(device.page, "Theatre");
    await ada.page.getByRole("button", { name: "Start the stage" }).click();
    await ada.page.getByLabel("What is it about?").fill("Questions and answers");
    await ada.page.getByRole("dialog").getByRole("button", { name: "Start the stage" }).click();
    await ben.page.getByText("Questions and answers").waitFor();
    await ada.page.getByRole("button", { name: "Speak on the stage" }).click();
    await ben.page.getByRole("button", { name: "Raise your hand" }).click();
    await ada.page.getByText("1 raised hand").waitFor();
    await look(ada.page, "stage-moderator-dark");
    await ada.page.getByRole("button", { name: "Let speak (Ben)" }).click();
    await ben.page.getByRole("button", { name: "Go to the audience" }).waitFor();
    await ada.page.getByRole("button", { name: "Invite to speak (Cleo)" }).click();
    await cleo.page.getByRole("alert").getByText("You are invited to speak.").waitFor();
    await look(cleo.page, "stage-invited-dark");
    await cleo.page.getByRole("button", { name: "Keep listening" }).click();
    await ada.page.getByRole("button", { name: "Invite to speak (Cleo)" }).click();
    await cleo.page.getByRole("button", { name: "Speak", exact: true }).click();
    await ada.page.getByRole("button", { name: "Cleo to the audience" }).click();
    await cleo.page.getByRole("button", { name: "Raise your hand" }).waitFor();
    await ada.page.getByRole("button", { name: "End the stage" }).click();
    await ben.page.getByText("Questions and answers").waitFor({ state: "detached" });
  });

  test("stages and soundboards are for phones, in the light and in German, too", async () => {
    const phone = await openDevice(browser, {
      ...TALKING,
      viewport: PHONE,
      colorScheme: "light",
      locale: "de-DE",
    });
    await signInInGerman(phone.page, server.url);
    await phone.page.getByRole("button", { name: "Communitys und Kanäle" }).click();
    await phone.page.getByRole("link", { name: "Theatre beitreten" }).click();
    await phone.page.getByRole("button", { name: "Hand heben" }).click();
    await look(phone.page, "stage-phone-light");
    await phone.page.getByRole("button", { name: "Soundboard" }).first().click();
    await look(phone.page, "soundboard-phone-light");
    expect(phone.faults).toEqual([]);
    await phone.context.close();
  });

  test.skipIf(!existsSync(COTURN))("who reaches nothing but the relay talks through it", async () => {
    coturn = relay();
    const far = await openDevice(browser, TALKING);
    await far.page.addInitScript(onlyRelays);
    await signIn(far.page, server.url, "cleo");
    await enter(far.page, "General");
    await expect.poll(() => far.page.evaluate(localKind), { timeout: 10_000 }).toBe("relay");
    expect(far.faults).toEqual([]);
    await far.context.close();
  });

  test("nothing broke meanwhile", () => {
    for (const device of [ada, ben, cleo]) expect(device.faults).toEqual([]);
  });

  const channel = async (name: string) =>
    (await rest.get(`/guilds/${guild}/channels`)).find((one: { name: string }) => one.name === name);
});

async function enter(page: Page, name: string) {
  await page.getByRole("link", { name: `Join ${name}` }).click();
  await page.getByText(`In ${name}`, { exact: true }).waitFor();
  await page.getByRole("status").filter({ hasText: "Connected" }).waitFor();
}

async function signInInGerman(page: Page, url: string) {
  await page.goto(`${url}/login`);
  await page.getByLabel("Benutzername oder E-Mail").fill("cleo");
  await page.getByLabel("Passwort", { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: "Anmelden", exact: true }).click();
  await page.getByRole("textbox", { name: /#/ }).waitFor();
}

/** Ends the settings. */
async function close(page: Page) {
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "detached" });
}

function relay(): ChildProcess {
  const options = ["-n", "--use-auth-secret", `--static-auth-secret=${SECRET}`, "--realm=test"];
  const places = ["--listening-ip=127.0.0.1", "--relay-ip=127.0.0.1", `--listening-port=${TURN_PORT}`];
  return spawn(
    COTURN,
    [
      ...options,
      ...places,
      "--allow-loopback-peers",
      "--no-tls",
      "--no-dtls",
      "--no-cli",
      "--log-file=stdout",
    ],
    { stdio: "ignore" },
  );
}

/** Remembers what the page plays. */
function keepSounds() {
  const played: HTMLMediaElement[] = [];
  Object.assign(globalThis, { played });
  const play = HTMLMediaElement.prototype.play;
  HTMLMediaElement.prototype.play = function (this: HTMLMediaElement) {
    played.push(this);
    return play.call(this);
  };
}

/** Whoever is told the way to a call learns right after it that the connection which they had was refused. */
function refuseLate() {
  const count = { refused: 0 };
  const lines: WebSocket[] = [];
  const Real = WebSocket;
  globalThis.WebSocket = class extends Real {
    constructor(url: string | URL) {
      super(url);
      if (String(url).includes("/voice")) lines.push(this);
    }
    override set onmessage(hear: (event: MessageEvent) => unknown) {
      super.onmessage = (event) => {
        hear(event);
        if (!String(event.data).includes('"VOICE_SERVER_UPDATE"')) return;
        for (const line of lines.splice(0)) {
          count.refused++;
          line.dispatchEvent(new CloseEvent("close", { code: 4004 }));
        }
      };
    }
  };
  Object.defineProperty(globalThis, "refused", { get: () => count.refused });
}

const sounds = (page: Page) =>
  page.evaluate(() =>
    (globalThis as unknown as { played: HTMLMediaElement[] }).played
      .filter((one) => one.src)
      .map((one) => new URL(one.src).pathname),
  );

/** How loud the quietest voice is played. */
const quietest = (page: Page) =>
  page.evaluate(() =>
    Math.min(
      ...(globalThis as unknown as { played: HTMLMediaElement[] }).played
        .filter((one) => one instanceof HTMLAudioElement && one.srcObject)
        .map((one) => one.volume),
    ),
  );

/** Makes every connection of the page go by relays alone. */
function onlyRelays() {
  const all: RTCPeerConnection[] = [];
  Object.assign(globalThis, { kept: all });
  const Real = RTCPeerConnection;
  globalThis.RTCPeerConnection = class extends Real {
    constructor(given: RTCConfiguration = {}) {
      super({ ...given, iceTransportPolicy: "relay" });
      all.push(this);
    }
  };
}

async function localKind(): Promise<string> {
  const peer = (globalThis as unknown as { kept: RTCPeerConnection[] }).kept.at(-1);
  const reports = [...((await peer?.getStats())?.values() ?? [])];
  const pair = reports.find((one) => one.type === "candidate-pair" && one.nominated);
  return reports.find((one) => one.id === pair?.localCandidateId)?.candidateType ?? "";
}
