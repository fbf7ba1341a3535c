package chat.parley.bot.webhook;

import chat.parley.base.bus.Event;
import chat.parley.base.id.ChannelId;
import chat.parley.base.id.GuildId;

/// The webhooks of a channel are others than before.
public record WebhookEvent(GuildId guild, ChannelId channel) implements Event {}
