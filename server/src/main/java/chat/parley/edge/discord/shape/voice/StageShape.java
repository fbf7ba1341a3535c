package chat.parley.edge.discord.shape.voice;

import static com.fasterxml.jackson.annotation.JsonInclude.Include.ALWAYS;

import chat.parley.base.id.ChannelId;
import chat.parley.base.id.EntityId;
import chat.parley.base.id.GuildId;
import chat.parley.voice.stage.Stage;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/// Discord's stage instance object. A stage is always the guild's own (privacy level 2).
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record StageShape(
        EntityId id,
        GuildId guildId,
        ChannelId channelId,
        String topic,
        int privacyLevel,
        boolean discoverableDisabled,
        @Nullable EntityId guildScheduledEventId) {
    private static final int GUILD_ONLY = 2;

    /// As an answer, in which the planned event is null where an event leaves it out.
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    public record Answer(
            EntityId id,
            GuildId guildId,
            ChannelId channelId,
            String topic,
            int privacyLevel,
            boolean discoverableDisabled,
            @JsonInclude(ALWAYS) @Nullable EntityId guildScheduledEventId) {}

    public static Answer answer(Stage stage) {
        return new Answer(stage.id(), stage.guild(), stage.channel(), stage.topic(), GUILD_ONLY, false, stage.event());
    }

    public static StageShape of(Stage stage) {
        return new StageShape(
                stage.id(), stage.guild(), stage.channel(), stage.topic(), GUILD_ONLY, false, stage.event());
    }
}
