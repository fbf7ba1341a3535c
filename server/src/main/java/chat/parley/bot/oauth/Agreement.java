package chat.parley.bot.oauth;

import chat.parley.base.id.EntityId;
import chat.parley.base.id.UserId;
import java.time.Instant;
import java.util.List;

/// That an application may act for somebody.
///
/// @param scopes words of [Scope]
/// @param expiresAt when its present access token does
public record Agreement(
        EntityId id, UserId application, UserId person, List<String> scopes, Instant expiresAt, Instant at) {}
