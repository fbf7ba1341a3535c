import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The README's command; E2E_LAUNCHER names another program with the same arguments, to try one spec on loose classes. */
const LAUNCHER = process.env.E2E_LAUNCHER ?? fileURLToPath(new URL("../../parley", import.meta.url));
const READY_WITHIN_MS = 120_000;

/**
 * A node of our own, started by the README's command, with its data in a scratch folder: nothing at all, or what a first
 * start makes (see `node.ts`).
 */
export async function makeServer(data: "empty" | "prepared" = "prepared") {
  const dataDir = await mkdtemp(join(tmpdir(), "parley-e2e-"));
  const node = process.env.E2E_NODE;
  // Some of the database's files may belong to another user, and have to.
  if (data === "prepared" && node) execFileSync("cp", ["-a", `${node}/.`, dataDir]);
  const port = await freePort();
  const mediaPort = await freePort();
  let child: ChildProcess | undefined;

  /** @param settings beside the usual ones, as environment variables */
  const start = async (settings: Record<string, string> = {}) => {
    const log = createWriteStream(join(dataDir, "e2e.log"), { flags: "a" });
    await once(log, "open");
    child = spawn(
      LAUNCHER,
      ["serve", "--data-dir", dataDir, "--port", `${port}`, "--media-port", `${mediaPort}`],
      {
        env: { ...process.env, PARLEY_REGISTRATION: "invite", PARLEY_RATE_LIMITS: "off", ...settings },
        stdio: ["ignore", log, log],
      },
    );
    await ready(`http://127.0.0.1:${port}/health`, child).catch(async (late: Error) => {
      throw new Error(`${late.message}\n${await readFile(join(dataDir, "e2e.log"), "utf8")}`);
    });
  };

  /** SIGTERM drains, SIGKILL is a crash. */
  const end = async (signal: "SIGTERM" | "SIGKILL") => {
    const running = child;
    child = undefined;
    if (running?.exitCode !== null) return;
    const ended = once(running, "exit");
    running.kill(signal);
    await ended;
  };

  const remove = async () => {
    await end("SIGTERM");
    await rm(dataDir, { recursive: true, force: true });
  };

  return { url: `http://127.0.0.1:${port}`, port, dataDir, start, end, remove };
}

export type Server = Awaited<ReturnType<typeof makeServer>>;

async function ready(url: string, child: ChildProcess) {
  const until = Date.now() + READY_WITHIN_MS;
  while (Date.now() < until) {
    if (child.exitCode !== null) throw new Error(`The server ended with ${child.exitCode}`);
    const answer = await fetch(url, { signal: AbortSignal.timeout(5_000) }).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error("The server was not ready in time");
}

/**
 * Below those that the system gives to outgoing connections: one of these may take a killed node's port before its next
 * start. Above those among which nodes look for their databases' (12,000 to 29,999): a node needs seconds before it
 * takes the port that was free for it here. Each worker has its own, one after the other, for the same reason.
 */
const LOWEST = 30_000;
const OF_WORKER = 300;
const WORKERS = 9;
let nextPort = Math.floor(Math.random() * OF_WORKER);

export async function freePort(): Promise<number> {
  const worker = Number(process.env.VITEST_POOL_ID ?? 0) % WORKERS;
  const port = LOWEST + worker * OF_WORKER + (nextPort++ % OF_WORKER);
  const probe = createServer().listen(port, "127.0.0.1");
  const taken = await Promise.race([once(probe, "listening"), once(probe, "error")]).then(
    () => !probe.listening,
    () => true,
  );
  if (taken) return freePort();
  probe.close();
  await once(probe, "close");
  return port;
}
