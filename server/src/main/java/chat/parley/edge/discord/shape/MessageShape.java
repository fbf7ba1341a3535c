package chat.parley.edge.discord.shape;

import static com.fasterxml.jackson.annotation.JsonInclude.Include.ALWAYS;

import chat.parley.base.id.ChannelId;
import chat.parley.base.id.EntityId;
import chat.parley.base.id.GuildId;
import chat.parley.base.id.MessageId;
import chat.parley.base.id.RoleId;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/// Discord's message object; [MessageShapes] makes it.
///
/// @param reactions absent when there are none
/// @param referencedMessage a [MessageShape]; JSON's null when the message answered is gone; absent when none was
///     answered. Three things that only an `Object` can be
/// @param nonce only for the author's own sessions
/// @param guildId only in events, as `member`
/// @param channelType only in events of conversations
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record MessageShape(
        MessageId id,
        ChannelId channelId,
        int type,
        String content,
        UserShape author,
        List<UserShape> mentions,
        List<RoleId> mentionRoles,
        boolean mentionEveryone,
        List<?> attachments,
        List<JsonNode> embeds,
        List<JsonNode> components,
        Instant timestamp,
        @JsonInclude(ALWAYS) @Nullable Instant editedTimestamp,
        boolean tts,
        boolean pinned,
        int flags,
        @Nullable List<ReactionShape> reactions,
        @Nullable ReferenceShape messageReference,
        @Nullable Object referencedMessage,
        @Nullable String nonce,
        @Nullable GuildId guildId,
        @Nullable MemberShape member,
        @Nullable Integer channelType,
        @JsonUnwrapped @Nullable Rich rich) {

    /// What few messages have. Kept apart, so that the many pay one test for it.
    ///
    /// @param interaction the older form of its metadata
    /// @param thread that was started from it
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    public record Rich(
            @Nullable EntityId webhookId,
            @Nullable EntityId applicationId,
            @Nullable CauseShape interactionMetadata,
            @Nullable Map<String, Object> interaction,
            @Nullable List<StickerItemShape> stickerItems,
            @Nullable PollShape poll,
            @Nullable Object thread,
            @Nullable List<SnapshotShape> messageSnapshots) {}
}
