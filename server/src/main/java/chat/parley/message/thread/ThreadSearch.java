package chat.parley.message.thread;

import chat.parley.account.Caller;
import chat.parley.base.id.ChannelId;
import chat.parley.base.id.MessageId;
import chat.parley.base.refusal.Refusal;
import chat.parley.base.refusal.Refusal.Why;
import chat.parley.channel.Channel;
import chat.parley.channel.ChannelAccess;
import chat.parley.channel.Channels;
import chat.parley.channel.ThreadStore.Reader;
import chat.parley.channel.ThreadStore.Sought;
import chat.parley.channel.View;
import chat.parley.channel.Viewers;
import chat.parley.message.Ledger;
import chat.parley.message.Messages;
import chat.parley.message.Quoted;
import chat.parley.permission.Permission;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Finding the threads of a channel by name and tags, and what each begins with. Active ones are sought in memory,
/// archived ones in the database.
public final class ThreadSearch {
    private final Channels channels;
    private final Messages messages;
    private final Ledger ledger;

    public ThreadSearch(Channels channels, Messages messages, Ledger ledger) {
        this.channels = channels;
        this.messages = messages;
        this.ledger = ledger;
    }

    public enum Sort {
        ACTIVITY,
        CREATION
    }

    /// @param archived absent for active ones first, then archived ones
    public record Query(
            Sought sought, @Nullable Boolean archived, Sort sort, boolean ascending, int limit, int offset) {}

    /// @param view in which all of the threads are found
    public record Found(View view, List<Channel> threads, int total, boolean more) {}

    /// Private threads are found by their members and by whoever manages threads.
    public Found of(Caller caller, ChannelId parent, Query query) {
        var access = requireParent(channels.seenBy(caller, parent));
        var guild = access.guild().id();
        var view = new Viewers(channels).of(guild);
        var reader = new Reader(caller.id(), access.may(Permission.MANAGE_THREADS));
        List<Channel> active = Boolean.TRUE.equals(query.archived()) ? List.of() : active(access, view, query);
        int stored =
                Boolean.FALSE.equals(query.archived()) ? 0 : channels.archive().count(parent, query.sought(), reader);
        int total = active.size() + stored;
        int from = Math.min(query.offset(), active.size());
        var page = new ArrayList<>(active.subList(from, Math.min(active.size(), from + query.limit())));
        int missing = query.limit() - page.size();
        if (missing > 0 && stored > 0) {
            int skipped = Math.max(0, query.offset() - active.size());
            boolean byStart = query.sort() == Sort.CREATION;
            var ids = channels.archive()
                    .find(parent, query.sought(), reader, byStart, query.ascending(), missing, skipped);
            page.addAll(channels.threads(guild, ids));
        }
        boolean more = query.offset() + page.size() < total && !page.isEmpty();
        return new Found(new Viewers(channels).of(guild), page, total, more);
    }

    /// The first message of each of these threads that has one and whose history the caller may read.
    public List<Quoted> firsts(Caller caller, ChannelId parent, Collection<ChannelId> ids) {
        var access = requireParent(channels.seenBy(caller, parent));
        var threads = channels.threads(access.guild().id(), ids);
        var view = new Viewers(channels).of(access.guild().id());
        return threads.stream()
                .filter(it -> parent.equals(it.parent()) && reads(caller, it, view))
                .map(it -> ledger.find(it.id(), new MessageId(it.id().value())))
                .filter(Objects::nonNull)
                .map(it -> new Quoted(it, null))
                .toList();
    }

    private List<Channel> active(ChannelAccess access, View view, Query query) {
        String part = query.sought().name().toLowerCase(Locale.ROOT);
        Comparator<Channel> order = Comparator.comparingLong(it -> rank(it, query.sort()));
        var reader = access.caller().id();
        return view.activeThreads().stream()
                .filter(it -> access.channel().id().equals(it.parent()))
                .filter(it -> it.kind() != Channel.Kind.PRIVATE_THREAD || view.canView(reader, it.id()))
                .filter(it -> it.name().toLowerCase(Locale.ROOT).contains(part))
                .filter(it -> query.sought().fits(ThreadUpkeep.state(it).tags()))
                .sorted(query.ascending() ? order : order.reversed())
                .toList();
    }

    private long rank(Channel thread, Sort sort) {
        var last = sort == Sort.CREATION ? null : messages.end(thread.id()).message();
        return last == null ? thread.id().value() : last.value();
    }

    private static boolean reads(Caller caller, Channel thread, View view) {
        long bits = view.permissions(caller.id(), thread.id());
        return Permission.VIEW_CHANNEL.in(bits) && Permission.READ_MESSAGE_HISTORY.in(bits);
    }

    private static ChannelAccess requireParent(ChannelAccess access) {
        return switch (access.channel().kind()) {
            case TEXT, ANNOUNCEMENT, FORUM, MEDIA -> access.requiring(Permission.READ_MESSAGE_HISTORY);
            default -> throw Refusal.unfit(Why.WRONG_CHANNEL_KIND);
        };
    }
}
