package chat.parley.auth.session;

import chat.parley.base.id.EntityId;
import chat.parley.base.id.UserId;

/// What came of using a refresh token.
sealed interface Rotation {
    /// It was good and is spent now; its successor is stored.
    record Renewed(UserId user, EntityId session) implements Rotation {}

    /// It had been spent before, so somebody has a copy: the session was revoked.
    record Reused(UserId user, EntityId session) implements Rotation {}

    /// It is unknown or expired, or its session is over.
    record Refused() implements Rotation {}
}
