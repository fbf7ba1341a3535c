package chat.parley.message;

import chat.parley.account.Caller;
import chat.parley.account.Users;
import chat.parley.base.id.ChannelId;
import chat.parley.base.id.MessageId;
import chat.parley.base.id.Snowflakes;
import chat.parley.base.id.UserId;
import chat.parley.base.limit.Limits;
import chat.parley.base.refusal.Refusal;
import chat.parley.base.refusal.Refusal.Why;
import chat.parley.base.refusal.Refused;
import chat.parley.base.sql.Database;
import chat.parley.channel.Channel;
import chat.parley.channel.ChannelAccess;
import chat.parley.channel.Channels;
import chat.parley.channel.thread.Threads;
import chat.parley.conversation.Conversations;
import chat.parley.guild.Safety;
import chat.parley.guild.Standing;
import chat.parley.guild.deed.Deed;
import chat.parley.guild.deed.DeedKind;
import chat.parley.message.expression.Expressing;
import chat.parley.message.oversight.Oversight;
import chat.parley.permission.Permission;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Posting and changing messages. Reading them is [History].
public final class Messages implements AutoCloseable {
    private final Ledger ledger;
    private final Channels channels;
    private final Threads threads;
    private final Snowflakes ids;
    private final Clock clock;
    private final AppendStore store;
    private final Appender appender;
    private final Mentioning mentioning;
    private final SlowMode slowMode;
    private final Standing standing;
    private final Relay relay;
    private final Expressing expressing;
    private final Conversations conversations;
    private final Oversight oversight;

    public Messages(
            Ledger ledger,
            Database database,
            Channels channels,
            Threads threads,
            Conversations conversations,
            Users users,
            Snowflakes ids,
            Clock clock,
            Oversight oversight) {
        this.ledger = ledger;
        this.channels = channels;
        this.conversations = conversations;
        this.threads = threads;
        this.ids = ids;
        this.clock = clock;
        this.store = new AppendStore(database);
        this.appender = new Appender(
                store,
                ids,
                clock,
                Limits.APPEND_QUEUE_MAX,
                (message, entry) -> ledger.posted(message, entry.answered()));
        this.mentioning = new Mentioning(users);
        this.standing = new Standing(users, clock);
        this.slowMode = new SlowMode(ledger.store(), clock);
        this.expressing = new Expressing(channels);
        this.relay = new Relay(ledger, appender, mentioning, clock);
        this.oversight = oversight;
    }

    /// Learns where every channel ends and starts the writer; nothing is posted before.
    public void start() {
        ids.passed(ledger.open());
        appender.start();
    }

    /// Writes what was accepted, then stops.
    @Override
    public void close() {
        appender.close();
    }

    /// Returns when the message is durable and on its way to everybody. One sent again within five minutes,
    /// known by its nonce, creates nothing and gives the first one back.
    ///
    /// @throws Refused as the rules say, with `TooSoon` in slow mode, with `Busy` when too many are waiting
    public Quoted post(Caller caller, ChannelId channel, Draft draft) {
        return post(caller, channel, draft, null);
    }

    /// Posts the first message of a thread, which has the thread's id.
    public Quoted begin(Caller caller, ChannelId thread, Draft draft) {
        return post(caller, thread, draft, new MessageId(thread.value()));
    }

    private Quoted post(Caller caller, ChannelId channel, Draft draft, @Nullable MessageId id) {
        var access = threads.admitted(
                requiringFor(draft.extras(), within(caller, channel).requiring(Permission.SEND_MESSAGES)));
        if (access.guild().isPrivate()) {
            conversations.admit(access);
        }
        standing.require(access.guild(), caller, access.self());
        requireMaySpeak(access, draft.flags());
        String content = expressing.fitted(access, draft.content());
        var answered = answered(access, draft.answering());
        var flagged = judged(access, content, true);
        var entry = new Entry(
                channel,
                access.guild().id(),
                caller.id(),
                answered == null ? Message.DEFAULT : Message.REPLY,
                content,
                answered,
                mentions(access, content, draft.allowed(), answered),
                draft.flags(),
                draft.nonce(),
                draft.extras());
        var posted = post(access, entry, id);
        if (flagged != null) {
            flagged.accept(posted.message().id());
        }
        return posted;
    }

    public Expressing expressing() {
        return expressing;
    }

    /// What is written by others than members, and by the server.
    public Relay relay() {
        return relay;
    }

    /// Has the server say something: a pin, a join.
    ///
    /// @param about the message that it is about
    public void notice(Channel channel, UserId author, int kind, @Nullable Message about) {
        appender.append(new Entry(
                channel.id(), channel.guild(), author, kind, "", about, Message.Mentions.NONE, 0, null, Extras.NONE));
    }

    /// Has the server say something that has words of its own or names somebody.
    public void notice(Channel channel, UserId author, int kind, String content, List<UserId> named) {
        var mentions = new Message.Mentions(named, List.of(), false);
        appender.append(
                new Entry(channel.id(), channel.guild(), author, kind, content, null, mentions, 0, null, Extras.NONE));
    }

    /// Authors change their text; whoever manages messages may hide the embeds of others.
    public Quoted edit(Caller caller, ChannelId channel, MessageId id, Revision revision) {
        var access = within(caller, channel).requiringOpen();
        var flagged = revision.content() == null ? null : judged(access, revision.content(), false);
        var edited = ledger.changing(channel, () -> {
            var before = ledger.one(channel, id);
            requireMayEdit(access, before, revision);
            var answered = ledger.answeredBy(before);
            var after = revised(access, before, revision, answered);
            if (!after.equals(before)) {
                if (safety(access).keepsEdits() && !after.content().equals(before.content())) {
                    oversight.edited(channel, id, before.content());
                }
                ledger.store().edit(after);
                ledger.changed(after, new MessageEvent.Edited(after, answered));
            }
            return new Quoted(after, answered);
        });
        if (flagged != null) {
            flagged.accept(id);
        }
        return edited;
    }

    public void delete(Caller caller, ChannelId channel, MessageId id) {
        var access = within(caller, channel);
        var author = ledger.one(channel, id).author();
        boolean own = author.equals(caller.id());
        if (!own) {
            access.requiring(Permission.MANAGE_MESSAGES);
        }
        var gone = ledger.delete(access.channel(), List.of(id), clock.instant());
        if (!own && !gone.isEmpty()) {
            ledger.note(Deed.of(caller, access.guild().id(), DeedKind.MESSAGE_DELETE, author)
                    .with("channel_id", channel)
                    .with("count", 1));
        }
    }

    /// Deletes 2 to 100 messages that are at most two weeks old; those that are gone already are passed over.
    public void bulkDelete(Caller caller, ChannelId channel, Collection<MessageId> wanted) {
        var access = within(caller, channel).requiring(Permission.MANAGE_MESSAGES);
        var distinct = wanted.stream().distinct().sorted().toList();
        if (distinct.size() < 2 || distinct.size() > Limits.BULK_DELETE_MAX) {
            throw Refusal.unfit(Why.WRONG_COUNT_TO_BULK_DELETE);
        }
        long floor = Snowflakes.floor(clock.instant().minusMillis(Limits.BULK_DELETE_MAX_AGE_MS));
        if (distinct.getFirst().value() < floor) {
            throw Refusal.unfit(Why.TOO_OLD_TO_BULK_DELETE);
        }
        var gone = ledger.delete(access.channel(), distinct, clock.instant());
        if (!gone.isEmpty()) {
            ledger.note(Deed.of(caller, access.guild().id(), DeedKind.MESSAGE_BULK_DELETE, channel)
                    .with("count", gone.size()));
        }
    }

    /// Where a channel ends. From memory.
    public Ledger.End end(ChannelId channel) {
        return ledger.end(channel);
    }

    /// The newest message of each of these channels that ever had one. From memory.
    public Map<ChannelId, MessageId> lastIn(Collection<ChannelId> wanted) {
        var last = new HashMap<ChannelId, MessageId>();
        for (var channel : wanted) {
            var newest = ledger.newest(channel);
            if (newest != null) {
                last.put(channel, newest);
            }
        }
        return last;
    }

    /// Forgets what can matter to nobody any more.
    public void sweep() {
        slowMode.sweep();
    }

    private @Nullable Consumer<MessageId> judged(ChannelAccess access, String content, boolean fresh) {
        return safety(access).screened() ? oversight.judge(access, content, fresh) : null;
    }

    private static Safety safety(ChannelAccess access) {
        return access.guild().guild().settings().safety();
    }

    private ChannelAccess within(Caller caller, ChannelId channel) {
        var access = channels.seenBy(caller, channel);
        if (!access.channel().kind().holdsMessages()) {
            throw Refusal.unfit(Why.NO_TEXT_CHANNEL);
        }
        return access;
    }

    private Quoted post(ChannelAccess access, Entry entry, @Nullable MessageId id) {
        SlowMode.Turn turn;
        try {
            turn = slowMode.take(access);
        } catch (Refused tooSoon) {
            return first(entry, tooSoon);
        }
        try {
            return switch (appender.append(entry, id)) {
                case Receipt.Written(var message) -> {
                    turn = null;
                    yield new Quoted(message, entry.answered());
                }
                case Receipt.Repeated(var first) -> first(entry, first);
            };
        } finally {
            slowMode.giveBack(turn);
        }
    }

    /// A message that is sent again need not wait for its turn.
    private Quoted first(Entry entry, Refused otherwise) {
        var key = entry.key();
        if (key != null) {
            long floor = Snowflakes.floor(clock.instant().minusMillis(Limits.NONCE_WINDOW_MS));
            var first = store.firsts(List.of(key), floor).get(key);
            if (first != null) {
                return first(entry, first);
            }
        }
        throw otherwise;
    }

    private Quoted first(Entry entry, MessageId id) {
        var first = ledger.find(entry.channel(), id);
        return first == null ? new Quoted(entry.at(id), entry.answered()) : new Quoted(first, ledger.answeredBy(first));
    }

    private @Nullable Message answered(ChannelAccess access, Draft.@Nullable Answering answering) {
        if (answering == null) {
            return null;
        }
        if (!access.may(Permission.READ_MESSAGE_HISTORY)) {
            throw Refusal.unfit(Why.REPLY_WITHOUT_HISTORY);
        }
        var answered = ledger.find(access.channel().id(), answering.message());
        if (answered == null && answering.must()) {
            throw Refusal.invalid("message_reference", "REPLIES_UNKNOWN_MESSAGE", "Unknown message");
        }
        if (answered != null && answered.kind() == Message.PIN_NOTICE) {
            throw Refusal.invalid(
                    "message_reference", "REPLIES_CANNOT_REPLY_TO_SYSTEM_MESSAGE", "Cannot reply to a system message");
        }
        return answered;
    }

    private static void requireMayEdit(ChannelAccess access, Message message, Revision revision) {
        boolean own = message.author().equals(access.caller().id());
        if (!own && !revision.onlyFlags()) {
            throw Refusal.unfit(Why.MESSAGE_OF_ANOTHER);
        }
        if (!own) {
            access.requiring(Permission.MANAGE_MESSAGES);
        }
        if (!message.written()) {
            throw Refusal.unfit(Why.SYSTEM_MESSAGE);
        }
        if ((message.flags() & Message.IS_VOICE_MESSAGE) != 0 && !revision.onlyFlags()) {
            throw Refusal.unfit(Why.VOICE_MESSAGE_EDITED);
        }
    }

    private Message revised(ChannelAccess access, Message before, Revision revision, @Nullable Message answered) {
        String written = revision.content();
        String content = written == null ? null : expressing.fitted(access, written);
        boolean called = answered != null && before.mentions().users().contains(answered.author());
        var mentions = content == null || content.equals(before.content())
                ? before.mentions()
                : mentions(access, content, revision.allowed(), called ? answered : null);
        return revision.saying(content)
                .appliedTo(before, mentions, clock.instant().truncatedTo(ChronoUnit.MICROS));
    }

    private Message.Mentions mentions(
            ChannelAccess access, String content, AllowedMentions allowed, @Nullable Message answered) {
        boolean anybody = access.may(Permission.MENTION_EVERYONE);
        return mentioning.resolve(access.guild(), anybody, content, allowed, answered);
    }

    private static void requireMaySpeak(ChannelAccess access, int flags) {
        if ((flags & Message.IS_VOICE_MESSAGE) != 0 && !access.may(Permission.SEND_VOICE_MESSAGES)) {
            throw Refusal.unfit(Why.VOICE_MESSAGE_NOT_HERE);
        }
    }

    private static ChannelAccess requiringFor(Extras extras, ChannelAccess access) {
        if (!extras.attachments().isEmpty()) {
            access.requiring(Permission.ATTACH_FILES);
        }
        if (!extras.embeds().isEmpty()) {
            access.requiring(Permission.EMBED_LINKS);
        }
        if (extras.poll() != null) {
            access.requiring(Permission.SEND_POLLS);
        }
        return access;
    }
}
