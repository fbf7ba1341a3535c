import type { Id } from "./types";

export interface Attachment {
  id: Id;
  filename: string;
  url: string;
  size: number;
  title?: string;
  description?: string;
  content_type?: string;
  width?: number | null;
  height?: number | null;
  /** A thumbhash in Base64. */
  placeholder?: string;
  /** Of a voice message. */
  duration_secs?: number;
  waveform?: string;
  flags?: number;
}

/** A guild's own; in a message only the first three are told. */
export interface Sticker {
  id: Id;
  name: string;
  /** 1 PNG, 2 APNG, 3 Lottie, 4 GIF. */
  format_type: number;
  tags?: string;
}
