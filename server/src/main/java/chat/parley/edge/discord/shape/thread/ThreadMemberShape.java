package chat.parley.edge.discord.shape.thread;

import chat.parley.base.id.ChannelId;
import chat.parley.base.id.GuildId;
import chat.parley.base.id.UserId;
import chat.parley.edge.discord.shape.MemberShape;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/// Somebody's membership of a thread.
///
/// @param id the thread's
/// @param member of the guild, only where it is asked for
/// @param guildId only in events
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record ThreadMemberShape(
        ChannelId id,
        UserId userId,
        Instant joinTimestamp,
        int flags,
        @Nullable MemberShape member,
        @Nullable GuildId guildId) {
    public static ThreadMemberShape of(ChannelId thread, UserId user, Instant joinedAt) {
        return new ThreadMemberShape(thread, user, joinedAt, 0, null, null);
    }

    public ThreadMemberShape with(@Nullable MemberShape other) {
        return new ThreadMemberShape(id, userId, joinTimestamp, flags, other, guildId);
    }

    public ThreadMemberShape in(GuildId guild) {
        return new ThreadMemberShape(id, userId, joinTimestamp, flags, member, guild);
    }
}
