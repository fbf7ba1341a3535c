import type { Attachment } from "~/api/types";

/** Our own files are read where the page came from, whatever name the server goes by elsewhere. */
export function addressOf(url: string): string {
  const parsed = new URL(url, location.href);
  return parsed.pathname.startsWith("/cdn/") ? parsed.pathname + parsed.search : url;
}

/** The picture, no larger than it is shown on a sharp screen. */
export function smallOf(file: Attachment, width: number, height: number): string {
  const address = addressOf(file.url);
  const large = (file.width ?? 0) > width * 2 || (file.height ?? 0) > height * 2;
  if (!large || (isMoving(file) && !matchMedia("(prefers-reduced-motion: reduce)").matches)) return address;
  const join = address.includes("?") ? (address.endsWith("&") ? "" : "&") : "?";
  return `${address}${join}width=${Math.round(width * 2)}&height=${Math.round(height * 2)}`;
}

export type Sort = "picture" | "video" | "audio" | "voice" | "file";

const PICTURES = new Set(["image/png", "image/jpeg", "image/gif", "image/webp", "image/avif"]);

export function sortOf(file: Attachment): Sort {
  const type = file.content_type ?? "";
  if (file.waveform) return "voice";
  if (PICTURES.has(type) && file.width && file.height) return "picture";
  if (type === "video/mp4" || type === "video/webm" || type === "video/quicktime") return "video";
  return type.startsWith("audio/") ? "audio" : "file";
}

const SPOILER = 1 << 3;
const ANIMATED = 1 << 5;

const isMoving = (file: Attachment) =>
  file.content_type === "image/gif" || Boolean((file.flags ?? 0) & ANIMATED);

export const isSpoiler = (file: Attachment) =>
  Boolean((file.flags ?? 0) & SPOILER) || file.filename.startsWith("SPOILER_");

const UNITS = ["byte", "kilobyte", "megabyte", "gigabyte"] as const;

/** As people read it: 1.2 MB. */
export function sizeText(bytes: number, locale: string): string {
  const step = Math.min(UNITS.length - 1, Math.floor(Math.log(Math.max(1, bytes)) / Math.log(1000)));
  const unit = UNITS[step] ?? "byte";
  return new Intl.NumberFormat(locale, {
    style: "unit",
    unit,
    unitDisplay: "short",
    maximumFractionDigits: step > 1 ? 1 : 0,
  }).format(bytes / 1000 ** step);
}

/** 1:05 */
export const clockText = (seconds: number) =>
  `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, "0")}`;
