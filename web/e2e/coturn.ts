import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { freePort } from "./server.ts";

const PROGRAM = "/usr/bin/turnserver";
const SHIPPED = fileURLToPath(new URL("../../deploy/coturn/turnserver.conf", import.meta.url));
const HOME = "127.0.0.1";

/** Whether it is installed. */
export const COTURN = existsSync(PROGRAM);

/** A coturn with the settings that Parley ships, on the loopback address. */
export async function startCoturn(secret: string) {
  const folder = await mkdtemp(join(tmpdir(), "parley-coturn-"));
  const settings = join(folder, "turnserver.conf");
  const shipped = (await readFile(SHIPPED, "utf8"))
    .replace("CHANGE-ME", secret)
    .replace("203.0.113.10", HOME)
    .replace(/^(syslog|cert=.*|pkey=.*)$/gm, "");
  await writeFile(settings, shipped);
  const port = await freePort();
  const child = spawn(
    PROGRAM,
    [
      ...["-c", settings, `--listening-ip=${HOME}`, `--relay-ip=${HOME}`, `--listening-port=${port}`],
      ...[
        "--allow-loopback-peers",
        "--no-tls",
        "--no-dtls",
        "--log-file=stdout",
        `--pidfile=${join(folder, "pid")}`,
      ],
    ],
    { stdio: "ignore" },
  );
  return {
    url: `turn:${HOME}:${port}?transport=udp`,
    end: async () => {
      child.kill("SIGTERM");
      if (child.exitCode === null) await once(child, "exit");
      await rm(folder, { recursive: true, force: true });
    },
  };
}
