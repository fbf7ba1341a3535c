package chat.parley.voice.stage;

import chat.parley.base.id.ChannelId;
import chat.parley.base.id.EntityId;
import chat.parley.base.id.GuildId;
import org.jspecify.annotations.Nullable;

/// What a stage channel is live with.
///
/// @param event the planned event that it is
public record Stage(
        EntityId id,
        GuildId guild,
        ChannelId channel,
        String topic,
        @Nullable EntityId event) {
    public static final int TOPIC_MAX_CHARS = 120;

    Stage about(String other) {
        return new Stage(id, guild, channel, other, event);
    }
}
