package chat.parley.edge.discord.shape.thread;

import chat.parley.base.id.ChannelId;
import chat.parley.base.id.MessageId;
import chat.parley.base.id.UserId;
import chat.parley.channel.Channel;
import chat.parley.channel.Channels;
import chat.parley.channel.View;
import chat.parley.channel.Viewers;
import chat.parley.channel.trait.ThreadState;
import chat.parley.message.Message;
import chat.parley.message.Messages;
import chat.parley.message.thread.ThreadCounts;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Writes threads as Discord does, with what the messages in them tell.
public final class ThreadShapes {
    private static final int PINNED = 1 << 1;

    private final Messages messages;
    private final ThreadCounts counts;
    private final Channels channels;

    public ThreadShapes(Messages messages, ThreadCounts counts, Channels channels) {
        this.channels = channels;
        this.messages = messages;
        this.counts = counts;
    }

    /// Without anybody's own membership, and from memory: this is also said on event loops.
    public ThreadShape of(Channel thread, View view) {
        var state = Objects.requireNonNull(thread.thread());
        boolean hidden = thread.kind() == Channel.Kind.PRIVATE_THREAD;
        var end = messages.end(thread.id());
        var count = counts.known(thread.id());
        return new ThreadShape(
                thread.id(),
                thread.kind().number(),
                thread.guild(),
                thread.parent(),
                thread.name(),
                end.message(),
                thread.details().slowmodeS(),
                state.pinned() ? PINNED : 0,
                new ThreadShape.Counts(
                        count.messages(),
                        count.sent(),
                        view.membersOf(thread.id()).size()),
                new ThreadShape.State(state.owner(), end.pin(), metadata(state, hidden)),
                tags(thread, state, view),
                null,
                null);
    }

    /// With the reader's own membership, if they joined.
    public ThreadShape of(Channel thread, View view, UserId reader) {
        return of(thread, view).with(own(thread, view, reader));
    }

    /// As [#of], for many.
    public List<ThreadShape> all(Collection<Channel> threads, View view, UserId reader) {
        counts.load(threads.stream().map(Channel::id).toList());
        return threads.stream().map(it -> of(it, view, reader)).toList();
    }

    /// Brings into memory what [#of] tells of the active threads.
    public void load(View view) {
        counts.load(view.activeThreads().stream().map(Channel::id).toList());
    }

    /// The threads that were started from these messages. Who sees the message sees its thread.
    public Map<MessageId, ThreadShape> from(Collection<Message> messages) {
        var byGuild = messages.stream()
                .collect(Collectors.groupingBy(
                        Message::guild,
                        Collectors.mapping(it -> new ChannelId(it.id().value()), Collectors.toList())));
        var shapes = new HashMap<MessageId, ThreadShape>();
        byGuild.forEach((guild, ids) -> {
            var threads = channels.threads(guild, ids);
            counts.load(ids);
            var view = new Viewers(channels).of(guild);
            threads.forEach(it -> shapes.put(new MessageId(it.id().value()), of(it, view)));
        });
        return shapes;
    }

    public @Nullable ThreadMemberShape own(Channel thread, View view, UserId reader) {
        var joined = view.membersOf(thread.id()).get(reader);
        return joined == null ? null : ThreadMemberShape.of(thread.id(), reader, joined);
    }

    private static ThreadShape.Metadata metadata(ThreadState state, boolean hidden) {
        return new ThreadShape.Metadata(
                state.archived(),
                state.changedAt(),
                state.autoArchiveMin(),
                state.locked(),
                state.createdAt(),
                hidden ? state.invitable() : null);
    }

    private static @Nullable List<String> tags(Channel thread, ThreadState state, View view) {
        var parent = thread.parent() == null ? null : view.channel(thread.parent());
        return parent == null || !parent.kind().holdsPosts()
                ? null
                : state.tags().stream().map(String::valueOf).toList();
    }
}
