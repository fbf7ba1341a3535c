import type { Id, Overwrite } from "~/api/types";
import { Permission } from "~/state/permissions";

export const CHANNEL_NAME_MAX_CHARS = 100;

/** A text channel's name as it may be, made of what is typed: lower case, dashes for spaces. */
export const asChannelName = (typed: string) =>
  typed
    .toLowerCase()
    .replace(/[\s#@]+/g, "-")
    .replace(/-{2,}/g, "-")
    .slice(0, CHANNEL_NAME_MAX_CHARS);

/** The overwrites of a channel that starts out private: nobody but its maker and the administrators see it. */
export const privately = (guild: Id, me: Id): Overwrite[] => [
  { id: guild, type: 0, allow: "0", deny: String(Permission.viewChannel) },
  { id: me, type: 1, allow: String(Permission.viewChannel), deny: "0" },
];
