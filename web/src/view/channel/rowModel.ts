import { type Message, MessageType } from "~/api/types";

const GROUP_MS = 7 * 60_000;

/** What stands above a message: who speaks, a new day, the border between read and unread. */
export interface RowLook {
  /** The same person goes on: no avatar and no name. */
  follows: boolean;
  newDay: boolean;
  firstUnread: boolean;
}

export function lookOf(message: Message, before: Message | undefined, firstUnread: boolean): RowLook {
  const newDay = !before || dayOf(before.timestamp) !== dayOf(message.timestamp);
  const follows =
    !newDay &&
    !firstUnread &&
    before?.author.id === message.author.id &&
    before.webhook_id === message.webhook_id &&
    isSpeech(before) &&
    message.type === MessageType.default &&
    Date.parse(message.timestamp) - Date.parse(before.timestamp) < GROUP_MS;
  return { follows, newDay: newDay && Boolean(before), firstUnread };
}

export const isSpeech = (message: Message) =>
  message.type === MessageType.default ||
  message.type === MessageType.reply ||
  message.type === MessageType.command ||
  message.type === MessageType.menuCommand;

const dayOf = (timestamp: string) => new Date(timestamp).toDateString();
