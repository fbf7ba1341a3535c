package chat.parley.channel;

import chat.parley.base.id.ChannelId;
import chat.parley.base.id.UserId;
import chat.parley.guild.GuildSnapshot;
import chat.parley.guild.Member;
import chat.parley.permission.Permission;
import chat.parley.permission.Permissions;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Who may see and do what in a guild, at one moment. Immutable: whoever keeps one can compare what was visible
/// before a change with what is visible after.
public final class View {
    private final GuildSnapshot guild;
    private final ChannelTable channels;
    private final ThreadTable threads;
    private final PermissionTable permissions;
    private final Clock clock;

    View(GuildSnapshot guild, ChannelTable channels, ThreadTable threads, PermissionTable permissions, Clock clock) {
        this.guild = guild;
        this.channels = channels;
        this.threads = threads;
        this.permissions = permissions;
        this.clock = clock;
    }

    /// Grows with every change of roles, members, overwrites, channels, threads or owner. Two views of the same
    /// epoch show the same, apart from archived threads that one of them does not know of.
    public long epoch() {
        return rulesEpoch() + threads.epoch();
    }

    /// As [#epoch], threads left aside.
    public long rulesEpoch() {
        return guild.epoch() + channels.epoch();
    }

    public GuildSnapshot guild() {
        return guild;
    }

    /// All channels without the threads, in the order of rows and positions.
    public List<Channel> channels() {
        return channels.list();
    }

    /// A channel or a thread.
    public @Nullable Channel channel(ChannelId id) {
        var channel = channels.find(id);
        return channel == null ? thread(id) : channel;
    }

    /// An active thread, or an archived one that somebody asked for lately.
    public @Nullable Channel thread(ChannelId id) {
        var entry = threads.find(id);
        return entry == null ? null : entry.thread();
    }

    /// The members of a thread, with the time at which each joined.
    public Map<UserId, Instant> membersOf(ChannelId thread) {
        var entry = threads.find(thread);
        return entry == null ? Map.of() : entry.members();
    }

    /// The active threads that the user may see, in no order.
    public List<Channel> threadsVisibleTo(UserId user) {
        return threads.active().stream().filter(it -> canView(user, it.id())).toList();
    }

    /// The active threads that not everybody sees who sees their channel.
    public List<Channel> privateThreads() {
        return threads.active().stream()
                .filter(it -> it.kind() == Channel.Kind.PRIVATE_THREAD)
                .toList();
    }

    /// All active threads.
    public List<Channel> activeThreads() {
        return threads.active();
    }

    /// The channels without the threads that the user may see, in order; none for who is no member.
    public List<Channel> visibleTo(UserId user) {
        return channels.list().stream()
                .filter(channel -> canView(user, channel.id()))
                .toList();
    }

    /// The channels without the threads that every member sees, whatever their roles; in order.
    public List<Channel> visibleToEverybody() {
        long everyone = guild.id().value();
        long inGuild = guild.permissions(List.of());
        return channels.list().stream()
                .filter(it -> Permission.VIEW_CHANNEL.in(
                        Permissions.inChannel(inGuild, it.overwrites(), everyone, _ -> false, 0, false)))
                .toList();
    }

    public boolean canView(UserId user, ChannelId channel) {
        return Permission.VIEW_CHANNEL.in(permissions(user, channel));
    }

    /// What the user may do in the channel now; 0 for who is no member and for channels that are not there.
    public long permissions(UserId user, ChannelId channel) {
        var member = guild.member(user);
        if (member == null) {
            return 0;
        }
        int index = channels.index(channel);
        long bits = index < 0 ? inThread(member, channel) : permissions.bits(member, index);
        boolean asksTheClock = member.timeoutUntil() != null || member.arrival().pending();
        return asksTheClock && member.mute(clock.instant()) ? Permissions.whileTimedOut(bits) : bits;
    }

    private long inThread(Member member, ChannelId id) {
        var entry = threads.find(id);
        var parent = entry == null ? null : entry.thread().parent();
        int index = parent == null ? -1 : channels.index(parent);
        if (entry == null || index < 0) {
            return 0;
        }
        long bits = permissions.bitsInThreads(member, index);
        boolean hidden = entry.thread().kind() == Channel.Kind.PRIVATE_THREAD
                && !Permission.MANAGE_THREADS.in(bits)
                && !entry.members().containsKey(member.user());
        return hidden ? 0 : bits;
    }

    /// Whether it shows exactly these; comparing their contents would cost more than a new view.
    @SuppressWarnings("ReferenceEquality")
    boolean isOf(GuildSnapshot otherGuild, ChannelTable otherChannels, ThreadTable otherThreads) {
        return guild == otherGuild && channels == otherChannels && threads == otherThreads;
    }

    /// Whether it shows exactly this snapshot, not merely one that says the same: each snapshot exists once.
    @SuppressWarnings("ReferenceEquality")
    boolean isOf(GuildSnapshot otherGuild) {
        return guild == otherGuild;
    }

    PermissionTable table() {
        return permissions;
    }
}
