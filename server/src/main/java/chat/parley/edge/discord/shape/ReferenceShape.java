package chat.parley.edge.discord.shape;

import chat.parley.base.id.ChannelId;
import chat.parley.base.id.GuildId;
import chat.parley.base.id.MessageId;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/// Where a message points to: what it answers, or what was pinned.
///
/// @param type 0, which is not a forward
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record ReferenceShape(int type, ChannelId channelId, MessageId messageId, GuildId guildId) {}
