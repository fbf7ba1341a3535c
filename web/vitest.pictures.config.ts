import { defineConfig } from "vitest/config";

/** Takes the pictures of the README and of `docs/`, on a real server with a small invented community. */
export default defineConfig({
  test: { include: ["e2e/pictures.ts"], environment: "node", testTimeout: 240_000, hookTimeout: 180_000 },
});
