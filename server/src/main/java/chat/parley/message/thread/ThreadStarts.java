package chat.parley.message.thread;

import chat.parley.account.Caller;
import chat.parley.base.id.ChannelId;
import chat.parley.base.id.MessageId;
import chat.parley.base.id.Snowflakes;
import chat.parley.base.refusal.Refusal;
import chat.parley.base.refusal.Refusal.Why;
import chat.parley.channel.Channel;
import chat.parley.channel.Channels;
import chat.parley.channel.thread.ThreadDraft;
import chat.parley.channel.thread.Threads;
import chat.parley.message.Draft;
import chat.parley.message.Extras;
import chat.parley.message.Ledger;
import chat.parley.message.Message;
import chat.parley.message.Messages;
import chat.parley.message.Quoted;
import chat.parley.message.rich.Origin;
import chat.parley.permission.Permission;

/// Starting threads: from a message, alone, or as a post of a forum.
public final class ThreadStarts {
    private final Threads threads;
    private final Channels channels;
    private final Messages messages;
    private final Ledger ledger;
    private final Snowflakes ids;

    public ThreadStarts(Threads threads, Channels channels, Messages messages, Ledger ledger, Snowflakes ids) {
        this.threads = threads;
        this.channels = channels;
        this.messages = messages;
        this.ledger = ledger;
        this.ids = ids;
    }

    /// Starts a thread that has the message's id, and whose first message names it.
    public Channel from(Caller caller, ChannelId channel, MessageId id, ThreadDraft draft) {
        var access = channels.seenBy(caller, channel).requiring(Permission.READ_MESSAGE_HISTORY);
        if (access.channel().kind().holdsPosts() || access.channel().kind().thread()) {
            throw Refusal.unfit(Why.WRONG_CHANNEL_KIND);
        }
        var message = ledger.one(channel, id);
        if (!message.written()) {
            throw Refusal.unfit(Why.SYSTEM_MESSAGE);
        }
        var thread = threads.start(caller, channel, new ChannelId(id.value()), publicly(draft));
        messages.relay().amend(channel, id, it -> it.marked(it.flags() | Message.HAS_THREAD));
        var origin = Extras.NONE.from(new Origin(Origin.TOLD, thread.guild(), channel, id), null);
        messages.relay().tell(thread, caller.id(), Message.STARTER, "", origin, message);
        return thread;
    }

    /// Starts a thread without a message; a public one is told of in its channel.
    public Channel alone(Caller caller, ChannelId channel, ThreadDraft draft) {
        var access = channels.seenBy(caller, channel);
        if (access.channel().kind().holdsPosts()) {
            throw Refusal.required("message");
        }
        var thread = threads.start(caller, channel, new ChannelId(ids.next()), draft);
        if (thread.kind() != Channel.Kind.PRIVATE_THREAD) {
            var told = Extras.NONE.from(new Origin(Origin.TOLD, thread.guild(), thread.id(), null), null);
            messages.relay().tell(access.channel(), caller.id(), Message.THREAD_NOTICE, thread.name(), told, null);
        }
        return thread;
    }

    /// What is posted in a forum: the thread and its first message, which has the thread's id.
    public record Post(Channel thread, Quoted message) {}

    /// For a post that is to be written.
    public ChannelId newId() {
        return new ChannelId(ids.next());
    }

    /// Posts in a forum or media channel.
    ///
    /// @param id a new one
    public Post post(Caller caller, ChannelId forum, ChannelId id, ThreadDraft draft, Draft first) {
        var parent = channels.seenBy(caller, forum).channel();
        if (!parent.kind().holdsPosts()) {
            throw Refusal.unfit(Why.WRONG_CHANNEL_KIND);
        }
        var thread = threads.start(caller, forum, id, publicly(draft));
        try {
            return new Post(thread, messages.begin(caller, thread.id(), first));
        } catch (RuntimeException failed) {
            // A post without its message would be an empty shell.
            threads.takeBack(thread);
            throw failed;
        }
    }

    private static ThreadDraft publicly(ThreadDraft draft) {
        return new ThreadDraft(
                Channel.Kind.PUBLIC_THREAD,
                draft.name(),
                draft.autoArchiveMin(),
                draft.slowmodeS(),
                true,
                draft.tags());
    }
}
