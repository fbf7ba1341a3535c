package chat.parley.edge.discord.gateway.event;

import chat.parley.base.id.ChannelId;
import chat.parley.base.id.UserId;
import chat.parley.permission.Permission;
import java.util.Set;

/// Who is to hear of something that happened in a guild. Whether they may is decided at delivery, against the
/// guild as it is then.
public sealed interface Audience {
    /// Everybody in the guild.
    record Members() implements Audience {}

    /// Everybody in the guild but one.
    record Others(UserId but) implements Audience {}

    /// One member's own sessions.
    record Self(UserId user) implements Audience {}

    /// Who has one of the permissions in the whole guild.
    record Holders(Set<Permission> anyOf) implements Audience {
        Holders(Permission permission) {
            this(Set.of(permission));
        }
    }

    /// Who sees the channel.
    record Seeing(ChannelId channel) implements Audience {}

    /// Who sees the channel and did so before: others learn of it anew.
    record StillSeeing(ChannelId channel) implements Audience {}

    /// Who sees the channel and has a permission in it.
    record SeeingHolders(ChannelId channel, Permission permission) implements Audience {}

    /// Who sees the channel, but one.
    record SeeingOthers(ChannelId channel, UserId but) implements Audience {}

    /// One user's own sessions, if they see the channel.
    record SeeingSelf(ChannelId channel, UserId user) implements Audience {}

    /// Who sees the one channel and not the other, but one user.
    record SeeingFirst(ChannelId channel, ChannelId other, UserId but) implements Audience {}

    /// One session of a member.
    record Device(UserId user, String session) implements Audience {}

    /// Who knows how a member is: everybody in a small guild; in a large one whoever was shown that member.
    record Watchers(UserId member) implements Audience {}
}
