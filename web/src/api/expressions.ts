import type { Request } from "./client";
import type { Sticker } from "./files";
import type { Emoji, Id } from "./types";

export const makeExpressionsApi = (request: Request) => ({
  createEmoji: (guild: Id, name: string, image: string) =>
    request<Emoji>("POST", `/guilds/${guild}/emojis`, { body: { name, image, roles: [] } }),
  renameEmoji: (guild: Id, emoji: Id, name: string) =>
    request<Emoji>("PATCH", `/guilds/${guild}/emojis/${emoji}`, { body: { name } }),
  removeEmoji: (guild: Id, emoji: Id) => request<void>("DELETE", `/guilds/${guild}/emojis/${emoji}`),
  createSticker: (guild: Id, name: string, tags: string, file: Blob) => {
    const form = new FormData();
    form.set("name", name);
    form.set("tags", tags);
    form.set("description", "");
    form.set("file", file, "sticker");
    return request<Sticker>("POST", `/guilds/${guild}/stickers`, { form });
  },
  removeSticker: (guild: Id, sticker: Id) => request<void>("DELETE", `/guilds/${guild}/stickers/${sticker}`),
});
