import { fileURLToPath } from "node:url";
import unocss from "unocss/vite";
import solid from "vite-plugin-solid";
import { defineConfig } from "vitest/config";
import { emoji } from "./build/emoji.ts";
import { precompress } from "./build/precompress.ts";

/** Where the server listens while the client runs under `npm run dev`. */
const SERVER = process.env.PARLEY_URL ?? "http://127.0.0.1:8080";

export default defineConfig({
  plugins: [unocss(), solid(), emoji(), precompress()],
  resolve: { alias: { "~": fileURLToPath(new URL("./src", import.meta.url)) } },
  server: { proxy: { "/api": SERVER, "/gateway": { target: SERVER, ws: true }, "/cdn": SERVER } },
  build: {
    target: "es2024",
    modulePreload: { polyfill: false },
    // A data: URL would need a hole in the content security policy.
    assetsInlineLimit: 0,
    reportCompressedSize: false,
  },
  test: { include: ["src/**/*.test.{ts,tsx}", "test/**/*.test.{ts,tsx}"], environment: "node" },
});
