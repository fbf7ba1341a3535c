package chat.parley.channel.thread;

import chat.parley.account.Caller;
import chat.parley.base.id.ChannelId;
import chat.parley.base.id.GuildId;
import chat.parley.base.refusal.Refusal;
import chat.parley.base.refusal.Refusal.Why;
import chat.parley.channel.Channel;
import chat.parley.channel.Channels;
import chat.parley.channel.View;
import chat.parley.channel.Viewers;
import chat.parley.guild.Guilds;
import chat.parley.permission.Permission;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Lists of threads: the active ones of a guild, and those that a channel has put away.
public final class ThreadArchives {
    private final Guilds guilds;
    private final Channels channels;

    public ThreadArchives(Guilds guilds, Channels channels) {
        this.guilds = guilds;
        this.channels = channels;
    }

    /// @param view in which all of the threads are found
    /// @param more whether there are older ones
    public record Page(View view, List<Channel> threads, boolean more) {}

    /// All active threads of a guild that the caller may see, newest first.
    public Page active(Caller caller, GuildId guild) {
        guilds.of(caller, guild);
        var view = new Viewers(channels).of(guild);
        var threads = view.threadsVisibleTo(caller.id()).stream()
                .sorted((a, b) -> b.id().compareTo(a.id()))
                .toList();
        return new Page(view, threads, false);
    }

    /// Public threads of a channel, archived last first.
    ///
    /// @param before only those that were archived earlier
    public Page publicOf(Caller caller, ChannelId parent, @Nullable Instant before, int limit) {
        return archived(caller, parent, false, before, limit);
    }

    /// Private ones, for whoever manages threads.
    public Page privateOf(Caller caller, ChannelId parent, @Nullable Instant before, int limit) {
        channels.seenBy(caller, parent).requiring(Permission.MANAGE_THREADS);
        return archived(caller, parent, true, before, limit);
    }

    /// Private ones that the caller is a member of, newest first.
    public Page joined(Caller caller, ChannelId parent, @Nullable ChannelId before, int limit) {
        var guild = requireParent(caller, parent);
        return page(guild, channels.archive().joined(parent, caller.id(), before, limit + 1), limit);
    }

    private Page archived(Caller caller, ChannelId parent, boolean hidden, @Nullable Instant before, int limit) {
        var guild = requireParent(caller, parent);
        return page(guild, channels.archive().of(parent, hidden, before, limit + 1), limit);
    }

    private GuildId requireParent(Caller caller, ChannelId parent) {
        var access = channels.seenBy(caller, parent).requiring(Permission.READ_MESSAGE_HISTORY);
        return switch (access.channel().kind()) {
            case TEXT, ANNOUNCEMENT, FORUM, MEDIA -> access.guild().id();
            default -> throw Refusal.unfit(Why.WRONG_CHANNEL_KIND);
        };
    }

    private Page page(GuildId guild, List<ChannelId> found, int limit) {
        var ids = found.subList(0, Math.min(limit, found.size()));
        var threads = channels.threads(guild, ids);
        return new Page(new Viewers(channels).of(guild), threads, found.size() > limit);
    }
}
