import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Device, openBrowser, openDevice } from "./browser.ts";
import { type Entrance, openEntrance } from "./entrance.ts";
import { setUp } from "./people.ts";
import { openRest } from "./rest.ts";
import { makeServer, type Server } from "./server.ts";

const BOTS = fileURLToPath(new URL("../../bots", import.meta.url));
const HERTZ = 660;
const ADMINISTRATOR = "8";
const INTENTS = (1 << 12) | (1 << 14) | (1 << 18);

/** A music bot of discord.js, behind a proxy that ends TLS, plays a tone to somebody in a Chromium. */
describe("music", () => {
  let server: Server;
  let entrance: Entrance;
  let browser: Browser;
  let ada: Device;
  let bot: ChildProcess;
  let said = "";

  beforeAll(async () => {
    server = await makeServer();
    await server.start();
    entrance = await openEntrance(server.port);
    browser = await openBrowser([
      "--use-fake-ui-for-media-stream",
      "--use-fake-device-for-media-stream",
      "--autoplay-policy=no-user-gesture-required",
      "--allow-loopback-in-peer-connection",
    ]);
    ada = await openDevice(browser, { permissions: ["microphone"] });
    await ada.page.addInitScript(keepConnections);
    await setUp(ada.page, server.url, "ada", "Workshop");
  });

  afterAll(async () => {
    bot?.kill();
    await browser?.close();
    entrance?.close();
    await server?.remove();
  });

  test("a bot joins and its tone is heard", async () => {
    const rest = await openRest(server.url, "ada");
    const guild = (await rest.get("/users/@me/guilds"))[0].id;
    const channels = await rest.get(`/guilds/${guild}/channels`);
    const [text, voice] = [0, 2].map(
      (kind) => channels.find((one: { type: number }) => one.type === kind).id,
    );
    bot = await startBot(await makeBot(rest, guild));
    await untilSaid(/^ready$/m);
    await rest.post(`/channels/${text}/messages`, { content: `!join ${voice}` });
    await untilSaid(/-> ready/);
    await ada.page.getByRole("link", { name: "Join General" }).click();
    await ada.page.getByRole("status").filter({ hasText: "Connected" }).waitFor();
    await ada.page.getByRole("list", { name: "People in General" }).first().getByText("Jukebox").waitFor();
    await untilHeard(ada.page);
  });

  test("it plays again after the server was killed", async () => {
    await server.end("SIGKILL");
    said = "";
    await server.start();
    await untilSaid(/-> ready/);
    await ada.page.getByRole("status").filter({ hasText: "Connected" }).waitFor({ timeout: 20_000 });
    await untilHeard(ada.page);
  });

  test("nothing broke meanwhile", () => {
    expect(ada.faults).toEqual([]);
  });

  async function startBot(token: string): Promise<ChildProcess> {
    const [music, trusted] = ["tone.ogg", "trusted.pem"].map((name) => join(server.dataDir, name)) as [
      string,
      string,
    ];
    await once(spawn("node", ["discordjs/tone.mjs", music, `${HERTZ}`, "6"], { cwd: BOTS }), "exit");
    await writeFile(trusted, entrance.cert);
    const child = spawn("node", ["discordjs/music.js"], {
      cwd: BOTS,
      env: {
        ...process.env,
        BOT_TOKEN: token,
        PARLEY_URL: entrance.url,
        MUSIC: music,
        NODE_EXTRA_CA_CERTS: trusted,
      },
    });
    for (const stream of [child.stdout, child.stderr]) {
      stream.on("data", (text) => {
        said += text;
      });
    }
    return child;
  }

  async function untilSaid(line: RegExp) {
    for (const end = Date.now() + 30_000; Date.now() < end; ) {
      if (line.test(said)) return;
      await new Promise((later) => setTimeout(later, 50));
    }
    throw new Error(`The bot did not say ${line}:\n${said}`);
  }
});

async function makeBot(rest: Awaited<ReturnType<typeof openRest>>, guild: string): Promise<string> {
  const { id } = await rest.post("/applications", { name: "Jukebox" });
  await rest.patch(`/applications/${id}`, { flags: INTENTS });
  const { token } = await rest.post(`/applications/${id}/bot`, {});
  await rest.post(`/oauth2/authorize?client_id=${id}&scope=bot&permissions=${ADMINISTRATOR}`, {
    guild_id: guild,
    permissions: ADMINISTRATOR,
    authorize: true,
  });
  return token;
}

/** Remembers each connection that the page makes, to listen to what it gets. */
function keepConnections() {
  const all: RTCPeerConnection[] = [];
  Object.assign(globalThis, { kept: all });
  const Real = RTCPeerConnection;
  globalThis.RTCPeerConnection = class extends Real {
    constructor(...given: ConstructorParameters<typeof Real>) {
      super(...given);
      all.push(this);
    }
  };
}

async function untilHeard(page: Page) {
  let loudest = 0;
  for (const end = Date.now() + 20_000; Date.now() < end; ) {
    loudest = await page.evaluate(loudestHertz);
    if (Math.abs(loudest - HERTZ) < 12) return;
  }
  throw new Error(`The loudest frequency is ${loudest} Hz, not ${HERTZ}`);
}

/** Of all the sound that the page gets at the moment. */
async function loudestHertz(): Promise<number> {
  const peer = (globalThis as unknown as { kept: RTCPeerConnection[] }).kept.at(-1);
  const tracks = (peer?.getReceivers() ?? []).map((it) => it.track).filter((it) => it.kind === "audio");
  if (tracks.length === 0) return 0;
  const context = new AudioContext();
  const analyser = new AnalyserNode(context, { fftSize: 8_192, smoothingTimeConstant: 0 });
  for (const track of tracks) context.createMediaStreamSource(new MediaStream([track])).connect(analyser);
  await new Promise((later) => setTimeout(later, 600));
  const levels = new Float32Array(analyser.frequencyBinCount);
  analyser.getFloatFrequencyData(levels);
  const loudest = levels.reduce((best, level, i) => (level > (levels[best] as number) ? i : best), 0);
  const hertz = (loudest * context.sampleRate) / analyser.fftSize;
  await context.close();
  return hertz;
}
