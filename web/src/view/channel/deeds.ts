import type { Emoji, Message } from "~/api/types";
import type { App } from "~/state/app";
import { sameEmoji } from "~/state/timeline";

/** How Discord writes an emoji into a path. */
export const spellEmoji = (emoji: Emoji) => (emoji.id ? `${emoji.name}:${emoji.id}` : (emoji.name ?? ""));

/** Adds or takes back one's own reaction, at once on the screen; a refusal undoes it. */
export async function toggleReaction(app: App, message: Message, emoji: Emoji): Promise<void> {
  const mine =
    message.reactions?.some((reaction) => reaction.me && sameEmoji(reaction.emoji, emoji)) ?? false;
  const { id, channel_id } = message;
  app.messages.reactTo(channel_id, id, emoji, mine ? -1 : 1, true);
  try {
    if (mine) await app.api.messages.unreact(channel_id, id, spellEmoji(emoji));
    else await app.api.messages.react(channel_id, id, spellEmoji(emoji));
  } catch (refusal) {
    app.messages.reactTo(channel_id, id, emoji, mine ? 1 : -1, true);
    throw refusal;
  }
}
