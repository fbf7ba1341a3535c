package chat.parley.guild.member;

import chat.parley.account.Caller;
import chat.parley.base.id.GuildId;
import chat.parley.base.id.UserId;
import java.time.Instant;

/// Deletes what somebody who is banned has written lately. `message` implements it; it stands above and cannot be
/// imported.
@FunctionalInterface
public interface MessagePurge {
    /// Called after the ban is durable, without the guild's lock.
    ///
    /// @param by who banned
    /// @param author whose messages go
    /// @param since older ones stay
    void purge(Caller by, GuildId guild, UserId author, Instant since);
}
