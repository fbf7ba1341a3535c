import { defineConfig } from "vitest/config";

/** In these browsers sing, film and listen in real time: one after another, since the machine has few cores. */
const CALLS = ["call", "callMedia", "check", "firefox", "music", "noise", "record", "resume", "stage"].map(
  (name) => `e2e/${name}.spec.ts`,
);

const common = {
  environment: "node" as const,
  globalSetup: ["e2e/node.ts"],
  testTimeout: 120_000,
  hookTimeout: 180_000,
  expect: { poll: { timeout: 10_000 } },
};

/** Real servers, real browsers. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          ...common,
          name: "pages",
          include: ["e2e/**/*.spec.ts"],
          exclude: CALLS,
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
        },
      },
      { test: { ...common, name: "calls", include: CALLS, maxWorkers: 1, sequence: { groupOrder: 2 } } },
    ],
  },
});
