package chat.parley.message.poll;

import chat.parley.account.Caller;
import chat.parley.base.id.ChannelId;
import chat.parley.base.id.MessageId;
import chat.parley.base.id.UserId;
import chat.parley.base.refusal.Refusal;
import chat.parley.base.refusal.Refusal.Thing;
import chat.parley.base.refusal.Refusal.Why;
import chat.parley.base.sql.Database;
import chat.parley.channel.Channel;
import chat.parley.channel.Channels;
import chat.parley.guild.Standing;
import chat.parley.message.Ledger;
import chat.parley.message.Message;
import chat.parley.message.MessageEvent;
import chat.parley.message.Messages;
import chat.parley.message.Quoted;
import chat.parley.message.rich.Poll;
import chat.parley.permission.Permission;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Voting in polls, and their end.
public final class Polls {
    private final Ledger ledger;
    private final Messages messages;
    private final Channels channels;
    private final Standing standing;
    private final PollStore store;
    private final Clock clock;

    public Polls(
            Ledger ledger, Messages messages, Channels channels, Standing standing, Database database, Clock clock) {
        this.ledger = ledger;
        this.messages = messages;
        this.channels = channels;
        this.standing = standing;
        this.store = new PollStore(database);
        this.clock = clock;
    }

    /// Votes for exactly these answers; none takes back every vote. Asks for what reacting asks for.
    public void vote(Caller caller, ChannelId channel, MessageId id, Collection<Integer> answers) {
        var access = channels.seenBy(caller, channel)
                .requiring(Permission.READ_MESSAGE_HISTORY)
                .requiringOpen();
        standing.requireVoice(access.self());
        standing.require(access.guild(), caller, access.self());
        ledger.changing(channel, () -> {
            var message = ledger.one(channel, id);
            var poll = requirePoll(message);
            requireFit(poll, answers);
            var before = store.votesOf(id, caller.id());
            var added = without(answers, before);
            var removed = without(before, answers);
            store.vote(id, caller.id(), added, removed);
            removed.forEach(it -> tell(message, caller.id(), it, false));
            added.forEach(it -> tell(message, caller.id(), it, true));
            return message;
        });
    }

    /// Who voted for an answer, by id.
    ///
    /// @param after only ids above this one
    public List<UserId> voters(
            Caller caller, ChannelId channel, MessageId id, int answer, @Nullable UserId after, int limit) {
        channels.seenBy(caller, channel).requiring(Permission.READ_MESSAGE_HISTORY);
        var poll = requirePoll(ledger.one(channel, id));
        requireAnswer(poll, answer);
        return store.voters(id, answer, after, limit);
    }

    /// Ends a poll before its time; only who asked may.
    public Quoted expire(Caller caller, ChannelId channel, MessageId id) {
        channels.seenBy(caller, channel);
        var message = ledger.one(channel, id);
        var poll = requirePoll(message);
        if (!message.author().equals(caller.id())) {
            throw Refusal.unfit(Why.MESSAGE_OF_ANOTHER);
        }
        if (over(poll)) {
            throw Refusal.unfit(Why.POLL_OVER);
        }
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var ended =
                messages.relay().amend(channel, id, it -> it.with(it.extras().asking(poll.endingAt(now))));
        finish(channel, id);
        return ended;
    }

    /// How the votes of these messages stand; those without a poll are passed over, and cost nothing.
    ///
    /// @param reader whose own votes are told, if anybody's
    public Map<MessageId, Tally> tallies(Collection<Message> of, @Nullable UserId reader) {
        var polls = new HashMap<MessageId, Poll>();
        for (var message : of) {
            var poll = message.extras().poll();
            if (poll != null) {
                polls.put(message.id(), poll);
            }
        }
        if (polls.isEmpty()) {
            return Map.of();
        }
        var counts = store.counts(polls.keySet());
        var own = reader == null ? Map.<MessageId, Set<Integer>>of() : store.own(polls.keySet(), reader);
        var tallies = new HashMap<MessageId, Tally>();
        polls.forEach((id, poll) -> tallies.put(
                id, new Tally(counts.getOrDefault(id, Map.of()), own.getOrDefault(id, Set.of()), over(poll))));
        return tallies;
    }

    /// Tells the result of a poll whose time is over, once.
    void finish(ChannelId channel, MessageId id) {
        if (!store.end(id, channel, clock.instant())) {
            return;
        }
        var place = channels.find(channel);
        var message = place == null ? null : ledger.find(channel, id);
        var poll = message == null ? null : message.extras().poll();
        if (place != null && message != null && poll != null) {
            announce(place, message, poll);
        }
    }

    PollStore store() {
        return store;
    }

    private void announce(Channel place, Message message, Poll poll) {
        var tally = tallies(List.of(message), null).get(message.id());
        if (tally != null) {
            messages.relay()
                    .tell(
                            place,
                            message.author(),
                            Message.POLL_RESULT,
                            "",
                            PollResult.of(message, poll, tally),
                            message);
        }
    }

    private boolean over(Poll poll) {
        return !clock.instant().isBefore(poll.expiresAt());
    }

    private void requireFit(Poll poll, Collection<Integer> answers) {
        if (over(poll)) {
            throw Refusal.unfit(Why.POLL_OVER);
        }
        answers.forEach(it -> requireAnswer(poll, it));
        if (answers.size() > 1 && !poll.multiselect()) {
            throw Refusal.invalid("answer_ids", "BASE_TYPE_MAX_LENGTH", "Must be 1 or fewer in length.");
        }
    }

    private static void requireAnswer(Poll poll, int answer) {
        if (poll.answers().stream().noneMatch(it -> it.id() == answer)) {
            throw Refusal.unknown(Thing.POLL_ANSWER);
        }
    }

    private static Poll requirePoll(Message message) {
        var poll = message.extras().poll();
        if (poll == null) {
            throw Refusal.unfit(Why.NO_POLL);
        }
        return poll;
    }

    private void tell(Message message, UserId user, int answer, boolean added) {
        ledger.changed(
                message,
                new MessageEvent.PollVoted(message.guild(), message.channel(), message.id(), user, answer, added));
    }

    private static Set<Integer> without(Collection<Integer> all, Collection<Integer> some) {
        var rest = new HashSet<>(all);
        rest.removeAll(Set.copyOf(some));
        return rest;
    }
}
