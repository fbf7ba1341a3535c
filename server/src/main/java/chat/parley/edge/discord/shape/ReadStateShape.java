package chat.parley.edge.discord.shape;

import chat.parley.base.id.ChannelId;
import chat.parley.base.id.MessageId;
import chat.parley.message.read.ReadState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/// An entry of READY's `read_state`.
///
/// @param id of the channel
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record ReadStateShape(
        ChannelId id,
        MessageId lastMessageId,
        int mentionCount,
        @Nullable Instant lastPinTimestamp) {

    public static ReadStateShape of(ReadState state) {
        return new ReadStateShape(state.channel(), state.upTo(), state.mentions(), null);
    }
}
