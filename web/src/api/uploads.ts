import type { Request } from "./client";
import { makeApiError, offlineError } from "./errors";
import type { Id } from "./types";

export interface BegunUpload {
  id: Id;
  upload_url: string;
  upload_filename: string;
}

/** So much is sent again at most when the line breaks off. */
const PIECE_BYTES = 4 << 20;

export const makeUploadsApi = (request: Request) => ({
  begin: async (channel: Id, filename: string, size: number) => {
    const body = { files: [{ id: "0", filename, file_size: size }] };
    const answer = await request<{ attachments: BegunUpload[] }>("POST", `/channels/${channel}/attachments`, {
      body,
    });
    return answer.attachments[0] as BegunUpload;
  },
  refresh: async (url: string) =>
    (
      await request<{ refreshed_urls: { refreshed: string }[] }>("POST", "/attachments/refresh-urls", {
        body: { attachment_urls: [url] },
      })
    ).refreshed_urls[0]?.refreshed,
});

/** Sends a file piece by piece. A piece that the network lost is tried again; `fetch` cannot tell how far it is. */
export async function sendPieces(
  url: string,
  file: Blob,
  progress: (sent: number) => void,
  signal: AbortSignal,
): Promise<void> {
  const local = new URL(url, location.href);
  for (let from = 0; from < file.size; from += PIECE_BYTES) {
    const piece = file.slice(from, Math.min(from + PIECE_BYTES, file.size));
    const range = `bytes ${from}-${from + piece.size - 1}/${file.size}`;
    for (let tries = 1; ; tries++) {
      try {
        await sendPiece(local.pathname, range, piece, (sent) => progress(from + sent), signal);
        break;
      } catch (failure) {
        if (signal.aborted || tries === 4) throw failure;
        await new Promise((resolve) => setTimeout(resolve, 500 * 2 ** tries));
      }
    }
  }
}

function sendPiece(
  path: string,
  range: string,
  piece: Blob,
  progress: (sent: number) => void,
  signal: AbortSignal,
) {
  return new Promise<void>((resolve, reject) => {
    const call = new XMLHttpRequest();
    call.open("PUT", path);
    call.setRequestHeader("Content-Range", range);
    call.upload.onprogress = (event) => progress(event.loaded);
    // 308 says that more is wanted.
    call.onload = () =>
      call.status < 400 ? resolve() : reject(makeApiError(call.status, parsed(call.responseText)));
    call.onerror = () => reject(offlineError());
    call.onabort = () => reject(offlineError());
    signal.addEventListener("abort", () => call.abort(), { once: true });
    call.send(piece);
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
