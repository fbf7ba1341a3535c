import type { Message } from "~/api/types";

/** Whom a component of a message speaks to: the application that wrote it. */
export const targetOf = (message: Message) => ({
  application_id: message.application_id ?? message.author.id,
  channel_id: message.channel_id,
});
