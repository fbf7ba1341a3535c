package chat.parley.channel.inspect;

import chat.parley.account.Caller;
import chat.parley.base.id.ChannelId;
import chat.parley.base.id.GuildId;
import chat.parley.base.id.RoleId;
import chat.parley.base.id.UserId;
import chat.parley.base.refusal.Refusal;
import chat.parley.base.refusal.Refusal.Thing;
import chat.parley.channel.Channel;
import chat.parley.channel.Channels;
import chat.parley.channel.Viewers;
import chat.parley.guild.Guilds;
import chat.parley.guild.Member;
import chat.parley.permission.Explanation;
import chat.parley.permission.Explanation.Place;
import chat.parley.permission.Explanation.Subject;
import chat.parley.permission.Permission;
import chat.parley.permission.Permissions;
import chat.parley.permission.Verdict;
import chat.parley.permission.Verdict.Reason;
import java.time.Clock;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Tells those who manage roles what a member may do and why, and what somebody with certain roles would see.
public final class Inspector {
    private final Guilds guilds;
    private final Channels channels;
    private final Viewers viewers;
    private final Clock clock;

    public Inspector(Guilds guilds, Channels channels, Viewers viewers, Clock clock) {
        this.guilds = guilds;
        this.channels = channels;
        this.viewers = viewers;
        this.clock = clock;
    }

    /// What somebody would see and may do.
    ///
    /// @param inGuild their bits in the guild
    /// @param inChannels their bits in each channel that the asker sees; 0 where they would not see it
    public record Sight(long inGuild, Map<ChannelId, Long> inChannels) {}

    /// Every permission of a member, in a channel or in the guild. Everybody may ask about themselves.
    public List<Verdict> of(Caller caller, GuildId id, UserId user, @Nullable ChannelId channel) {
        var access = guilds.of(caller, id);
        if (!user.equals(caller.id())) {
            access.requiring(Permission.MANAGE_ROLES);
        }
        var guild = access.snapshot();
        var member = access.member(user);
        var held = new LinkedHashMap<Long, Long>();
        for (var role : guild.roles().list().reversed()) {
            if (member.roles().contains(role.id())) {
                held.put(role.id().value(), role.permissions());
            }
        }
        var everyone = guild.roles().everyone();
        var subject = new Subject(
                user.value(), guild.owns(user), silenced(member), everyone.id().value(), everyone.permissions(), held);
        return Explanation.of(subject, channel == null ? null : place(caller, id, channel));
    }

    /// What somebody with exactly those roles, who is neither the owner nor named by any channel, may see and do.
    public Sight as(Caller caller, GuildId id, List<RoleId> roles) {
        var access = guilds.of(caller, id).requiring(Permission.MANAGE_ROLES);
        roles.forEach(access::role);
        var guild = access.snapshot();
        long inGuild = guild.permissions(roles);
        var held = new HashSet<Long>();
        roles.forEach(it -> held.add(it.value()));
        var view = viewers.of(id);
        var sight = new LinkedHashMap<ChannelId, Long>();
        for (var channel : view.visibleTo(caller.id())) {
            sight.put(
                    channel.id(),
                    Permissions.inChannel(
                            inGuild,
                            channel.overwrites(),
                            id.value(),
                            held::contains,
                            0,
                            channel.kind() == Channel.Kind.VOICE));
        }
        return new Sight(inGuild, sight);
    }

    private @Nullable Reason silenced(Member member) {
        if (member.timedOut(clock.instant())) {
            return Reason.TIMED_OUT;
        }
        return member.arrival().pending() ? Reason.PENDING : null;
    }

    private Place place(Caller caller, GuildId guild, ChannelId id) {
        var channel = channels.seenBy(caller, id).channel();
        if (!channel.guild().equals(guild)) {
            throw Refusal.unknown(Thing.CHANNEL);
        }
        // A thread has no overwrites of its own: what its channel says holds.
        var parent = channel.parent() == null || !channel.kind().thread() ? null : channels.find(channel.parent());
        var place = parent == null ? channel : parent;
        return new Place(place.overwrites(), place.kind() == Channel.Kind.VOICE);
    }
}
