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
