import type { EmbedField } from "./threadTypes";

export const MessageFlag = { suppressEmbeds: 1 << 2 } as const;

/** What Discord calls an image; only `proxy_url` is ever loaded, so that nobody elsewhere learns who looks. */
export interface EmbedPicture {
  url: string;
  proxy_url?: string;
  width?: number;
  height?: number;
}

export interface Embed {
  type?: string;
  title?: string;
  description?: string;
  url?: string;
  timestamp?: string;
  color?: number;
  footer?: { text: string; icon_url?: string; proxy_icon_url?: string };
  image?: EmbedPicture;
  thumbnail?: EmbedPicture;
  provider?: { name?: string; url?: string };
  author?: { name: string; url?: string; icon_url?: string; proxy_icon_url?: string };
  fields?: EmbedField[];
}
