/// Webhooks: whoever has the address writes into the channel, under a name of their choice and without being a member.
@NullMarked
package chat.parley.bot.webhook;

import org.jspecify.annotations.NullMarked;
