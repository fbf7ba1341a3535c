package chat.parley.channel;

import chat.parley.base.id.ChannelId;
import chat.parley.base.id.UserId;
import chat.parley.guild.GuildSnapshot;
import chat.parley.permission.Permission;
import chat.parley.permission.Permissions;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Who may see and do what in a guild, at one moment. Immutable: whoever keeps one can compare what was visible
/// before a change with what is visible after.
public final class View {
    private final GuildSnapshot guild;
    private final ChannelTable channels;
    private final PermissionTable permissions;
    private final Clock clock;

    View(GuildSnapshot guild, ChannelTable channels, PermissionTable permissions, Clock clock) {
        this.guild = guild;
        this.channels = channels;
        this.permissions = permissions;
        this.clock = clock;
    }

    /// Grows with every change of roles, members, overwrites, channels or owner. Two views of the same epoch
    /// show the same.
    public long epoch() {
        return guild.epoch() + channels.epoch();
    }

    public GuildSnapshot guild() {
        return guild;
    }

    /// All channels, in the order of rows and positions.
    public List<Channel> channels() {
        return channels.list();
    }

    public @Nullable Channel channel(ChannelId id) {
        return channels.find(id);
    }

    /// The channels that the user may see, in order; none for who is no member.
    public List<Channel> visibleTo(UserId user) {
        return channels.list().stream()
                .filter(channel -> canView(user, channel.id()))
                .toList();
    }

    public boolean canView(UserId user, ChannelId channel) {
        return Permission.VIEW_CHANNEL.in(permissions(user, channel));
    }

    /// What the user may do in the channel now; 0 for who is no member and for channels that are not there.
    public long permissions(UserId user, ChannelId channel) {
        int index = channels.index(channel);
        var member = guild.member(user);
        if (index < 0 || member == null) {
            return 0;
        }
        long bits = permissions.bits(member, index);
        return member.timeoutUntil() != null && member.timedOut(clock.instant())
                ? Permissions.whileTimedOut(bits)
                : bits;
    }

    /// Whether it shows exactly these; comparing their contents would cost more than a new view.
    @SuppressWarnings("ReferenceEquality")
    boolean isOf(GuildSnapshot otherGuild, ChannelTable otherChannels) {
        return guild == otherGuild && channels == otherChannels;
    }

    /// Whether it shows exactly this guild.
    @SuppressWarnings("ReferenceEquality")
    boolean isOf(GuildSnapshot otherGuild) {
        return guild == otherGuild;
    }

    PermissionTable table() {
        return permissions;
    }
}
