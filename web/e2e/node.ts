import { rm } from "node:fs/promises";
import { makeServer } from "./server.ts";

/** A node before anybody has come, made once for all specs, which then need not make a database each. */
export default async function prepare() {
  if (process.env.E2E_NODE) return undefined;
  const node = await makeServer("empty");
  await node.start();
  await node.end("SIGTERM");
  process.env.E2E_NODE = node.dataDir;
  return () => rm(node.dataDir, { recursive: true, force: true });
}
