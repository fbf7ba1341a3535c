package chat.parley.edge.discord.shape.moderation;

import static com.fasterxml.jackson.annotation.JsonInclude.Include.ALWAYS;

import chat.parley.audit.AuditEntry;
import chat.parley.base.id.EntityId;
import chat.parley.base.id.GuildId;
import chat.parley.base.id.UserId;
import chat.parley.guild.deed.Change;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/// Discord's audit log entry object.
///
/// @param guildId only in the gateway's event
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record AuditEntryShape(
        EntityId id,
        int actionType,
        UserId userId,
        @JsonInclude(ALWAYS) @Nullable String targetId,
        @Nullable List<ChangeShape> changes,
        @Nullable Map<String, String> options,
        @Nullable String reason,
        @Nullable GuildId guildId) {

    /// One value that changed.
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    public record ChangeShape(
            String key,
            @Nullable JsonNode newValue,
            @Nullable JsonNode oldValue) {
        static ChangeShape of(Change change) {
            return new ChangeShape(change.key(), change.after(), change.before());
        }
    }

    public static AuditEntryShape of(AuditEntry entry) {
        return new AuditEntryShape(
                entry.id(),
                entry.kind().number(),
                entry.actor(),
                entry.target() == null ? null : Long.toString(entry.target()),
                entry.changes().isEmpty()
                        ? null
                        : entry.changes().stream().map(ChangeShape::of).toList(),
                entry.options().isEmpty() ? null : entry.options(),
                entry.reason(),
                null);
    }

    public AuditEntryShape in(GuildId guild) {
        return new AuditEntryShape(id, actionType, userId, targetId, changes, options, reason, guild);
    }
}
