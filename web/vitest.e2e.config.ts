import { defineConfig } from "vitest/config";

/** Real server, real browsers: one file after another, since the machine has few cores. */
export default defineConfig({
  test: {
    include: ["e2e/**/*.spec.ts"],
    environment: "node",
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 180_000,
    expect: { poll: { timeout: 10_000 } },
    sequence: { concurrent: false },
  },
});
