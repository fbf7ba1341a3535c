import type { Sticker } from "./files";
import type { ScheduledEvent } from "./schedule";
import type { Emoji, Guild, Id, Role, User } from "./types";

/** Undefined when there is no picture; initials stand in. */
export const avatarUrl = (user: Pick<User, "id" | "avatar"> | undefined) =>
  user?.avatar ? `/cdn/avatars/${user.id}/${user.avatar}.png?size=128` : undefined;

export const bannerUrl = (user: Pick<User, "id" | "banner"> | undefined) =>
  user?.banner ? `/cdn/banners/${user.id}/${user.banner}.png?size=512` : undefined;

export const iconUrl = (guild: Pick<Guild, "id" | "icon">) =>
  guild.icon ? `/cdn/icons/${guild.id}/${guild.icon}.png?size=128` : undefined;

export const roleIconUrl = (role: Pick<Role, "id" | "icon">) =>
  role.icon ? `/cdn/role-icons/${role.id}/${role.icon}.png?size=64` : undefined;

export const groupIconUrl = (group: { id: Id; icon?: string | null }) =>
  group.icon ? `/cdn/channel-icons/${group.id}/${group.icon}.png?size=128` : undefined;

export const emojiUrl = (emoji: Emoji) =>
  `/cdn/emojis/${emoji.id}.${emoji.animated ? "gif" : "webp"}?size=64`;

const ENDINGS: Record<number, string> = { 3: "json", 4: "gif" };

export const stickerUrl = (sticker: Sticker) =>
  `/cdn/stickers/${sticker.id}.${ENDINGS[sticker.format_type] ?? "png"}`;

export const soundUrl = (sound: Id) => `/cdn/soundboard-sounds/${sound}`;

export const coverUrl = (event: ScheduledEvent | undefined) =>
  event?.image ? `/cdn/guild-events/${event.id}/${event.image}.png?size=1024` : undefined;
