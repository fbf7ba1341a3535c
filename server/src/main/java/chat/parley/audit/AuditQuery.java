package chat.parley.audit;

import chat.parley.base.id.UserId;
import chat.parley.base.limit.Limits;
import chat.parley.guild.deed.DeedKind;
import org.jspecify.annotations.Nullable;

/// Which entries somebody wants to see.
///
/// @param actor only what they did
/// @param kind only deeds of that kind
/// @param before only older ones, by id
/// @param after only newer ones, by id; then the oldest of them come first
public record AuditQuery(
        @Nullable UserId actor,
        @Nullable DeedKind kind,
        @Nullable Long before,
        @Nullable Long after,
        int limit) {
    public AuditQuery {
        limit = Math.clamp(limit, 1, Limits.AUDIT_PAGE_MAX);
    }
}
