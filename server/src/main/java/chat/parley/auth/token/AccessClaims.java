package chat.parley.auth.token;

import chat.parley.base.id.EntityId;
import chat.parley.base.id.UserId;
import java.time.Instant;

/// What a valid access token says.
public record AccessClaims(UserId user, EntityId session, Instant expiresAt) {}
