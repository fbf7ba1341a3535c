import { MessageFlag } from "~/api/embedTypes";
import type { Message } from "~/api/types";

const PROXY = "/cdn/external/";

export const suppressed = (message: Message) => ((message.flags ?? 0) & MessageFlag.suppressEmbeds) !== 0;

/** The address under which this server shows a picture elsewhere; undefined for any other address. */
export function throughServer(proxied: string | undefined): string | undefined {
  if (!proxied) return undefined;
  try {
    const { pathname } = new URL(proxied, location.href);
    return pathname.startsWith(PROXY) ? pathname : undefined;
  } catch {
    return undefined;
  }
}

/** The size of a picture that fits into a box, so that nothing moves when it comes. */
export function fitted(
  width: number | undefined,
  height: number | undefined,
  maxWidth: number,
  maxHeight: number,
) {
  if (!width || !height) return undefined;
  const scale = Math.min(1, maxWidth / width, maxHeight / height);
  return { width: Math.round(width * scale), height: Math.round(height * scale) };
}
