package chat.parley.edge.discord.shape;

import chat.parley.base.id.ChannelId;
import chat.parley.base.id.GuildId;
import chat.parley.base.id.MessageId;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/// Where a message points to: what it answers, what was pinned, where it was forwarded from.
///
/// @param type 0, or 1 for a forward
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record ReferenceShape(
        int type,
        ChannelId channelId,
        @Nullable MessageId messageId,
        @Nullable GuildId guildId) {}
