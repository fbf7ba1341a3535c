package chat.parley.edge.discord.shape.thread;

import static com.fasterxml.jackson.annotation.JsonInclude.Include.ALWAYS;

import chat.parley.base.id.ChannelId;
import chat.parley.base.id.GuildId;
import chat.parley.base.id.MessageId;
import chat.parley.base.id.UserId;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/// Discord's channel object for a thread; [ThreadShapes] makes it.
///
/// @param appliedTags only in a forum
/// @param member the reader's own, if they joined; never null on the wire
/// @param newlyCreated only in the event that tells of its start
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record ThreadShape(
        ChannelId id,
        int type,
        GuildId guildId,
        @Nullable ChannelId parentId,
        String name,
        @JsonInclude(ALWAYS) @Nullable MessageId lastMessageId,
        int rateLimitPerUser,
        int flags,
        @JsonUnwrapped Counts counts,
        @JsonUnwrapped State state,
        @Nullable List<String> appliedTags,
        @Nullable ThreadMemberShape member,
        @Nullable Boolean newlyCreated) {

    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    public record Counts(int messageCount, int totalMessageSent, int memberCount) {}

    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    public record State(
            UserId ownerId, @JsonInclude(ALWAYS) @Nullable Instant lastPinTimestamp, Metadata threadMetadata) {}

    /// @param invitable only for private threads
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    public record Metadata(
            boolean archived,
            Instant archiveTimestamp,
            int autoArchiveDuration,
            boolean locked,
            Instant createTimestamp,
            @Nullable Boolean invitable) {}

    public ThreadShape with(@Nullable ThreadMemberShape own) {
        return new ThreadShape(
                id,
                type,
                guildId,
                parentId,
                name,
                lastMessageId,
                rateLimitPerUser,
                flags,
                counts,
                state,
                appliedTags,
                own,
                newlyCreated);
    }

    public ThreadShape newly() {
        return new ThreadShape(
                id,
                type,
                guildId,
                parentId,
                name,
                lastMessageId,
                rateLimitPerUser,
                flags,
                counts,
                state,
                appliedTags,
                member,
                true);
    }
}
