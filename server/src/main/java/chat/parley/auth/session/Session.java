package chat.parley.auth.session;

import chat.parley.base.id.EntityId;
import chat.parley.base.id.UserId;
import java.time.Instant;

/// A device on which somebody is signed in.
///
/// @param lastUsedAt when it last renewed its token, so up to 15 minutes too old
public record Session(EntityId id, UserId user, Device device, Instant createdAt, Instant lastUsedAt) {
    /// Names the session towards its owner's other devices, without giving its id away.
    public String idHash() {
        return Secrets.fingerprint("session:" + id.text());
    }
}
