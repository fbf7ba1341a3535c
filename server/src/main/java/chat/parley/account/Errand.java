package chat.parley.account;

import chat.parley.base.id.EntityId;
import chat.parley.base.id.UserId;
import java.time.Instant;
import java.util.List;

/// A program calls in somebody's name, and only for what they agreed to.
///
/// @param agreement by which it may
/// @param scopes what it may, in OAuth's words
/// @param expiresAt when its token does
public record Errand(UserId application, EntityId agreement, List<String> scopes, Instant expiresAt) {
    public Errand {
        scopes = List.copyOf(scopes);
    }
}
