package chat.parley.edge.discord.shape;

import static com.fasterxml.jackson.annotation.JsonInclude.Include.ALWAYS;

import chat.parley.base.id.ChannelId;
import chat.parley.base.id.GuildId;
import chat.parley.base.id.MessageId;
import chat.parley.channel.Channel;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/// Discord's channel object, as it is in a guild. What a kind does not have is left out.
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record ChannelShape(
        ChannelId id,
        int type,
        GuildId guildId,
        String name,
        int position,
        int flags,
        List<OverwriteShape> permissionOverwrites,
        @JsonInclude(ALWAYS) @Nullable ChannelId parentId,
        boolean nsfw,
        @JsonUnwrapped @Nullable Written written,
        @JsonUnwrapped @Nullable Spoken spoken) {

    /// What channels have in which messages are.
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    public record Written(
            @JsonInclude(ALWAYS) @Nullable String topic,
            @JsonInclude(ALWAYS) @Nullable MessageId lastMessageId,
            int rateLimitPerUser) {}

    /// What voice channels have.
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    public record Spoken(
            int bitrate,
            int userLimit,
            @JsonInclude(ALWAYS) @Nullable String rtcRegion,
            int videoQualityMode) {}

    /// @param last the newest message of the channel
    public static ChannelShape of(Channel channel, @Nullable MessageId last) {
        var details = channel.details();
        boolean voice = channel.kind() == Channel.Kind.VOICE;
        return new ChannelShape(
                channel.id(),
                channel.kind().number(),
                channel.guild(),
                channel.name(),
                channel.position(),
                0,
                channel.overwrites().stream().map(OverwriteShape::of).toList(),
                channel.parent(),
                details.nsfw(),
                channel.kind().holdsMessages() ? new Written(details.topic(), last, details.slowmodeS()) : null,
                voice ? new Spoken(details.bitrate(), details.userLimit(), null, 1) : null);
    }
}
