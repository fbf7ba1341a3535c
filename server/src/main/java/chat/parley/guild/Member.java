package chat.parley.guild;

import chat.parley.base.id.RoleId;
import chat.parley.base.id.UserId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A user's place in a guild.
///
/// @param roles without `@everyone`
/// @param timeoutUntil may only read until then
public record Member(
        UserId user,
        @Nullable String nick,
        List<RoleId> roles,
        Instant joinedAt,
        @Nullable Instant timeoutUntil) {}
