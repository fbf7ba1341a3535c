import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import type { Plugin } from "vite";

const TEXT = /\.(js|css|html|svg|json|webmanifest)$/;
const SMALLEST_BYTES = 1024;

/** Writes `.br` and `.gz` beside each text asset, so that the server never compresses a static file itself. */
export function precompress(): Plugin {
  let folder = "dist";
  return {
    name: "parley-precompress",
    apply: "build",
    configResolved: (config) => {
      folder = config.build.outDir;
    },
    closeBundle: async () => {
      const files = await readdir(folder, { recursive: true });
      for (const file of files.filter((name) => TEXT.test(name))) await compress(join(folder, file));
    },
  };
}

async function compress(path: string) {
  const bytes = await readFile(path);
  if (bytes.length < SMALLEST_BYTES) return;
  const best = { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } };
  await writeFile(`${path}.br`, brotliCompressSync(bytes, best));
  await writeFile(`${path}.gz`, gzipSync(bytes, { level: 9 }));
}
