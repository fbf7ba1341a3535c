package chat.parley.guild.member;

import chat.parley.base.id.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Somebody who may not join a guild.
///
/// @param reason at most 512 characters
public record Ban(UserId user, UserId bannedBy, @Nullable String reason, Instant bannedAt) {}
