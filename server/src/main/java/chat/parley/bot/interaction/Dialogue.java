package chat.parley.bot.interaction;

import chat.parley.base.id.MessageId;
import chat.parley.base.limit.Limits;
import chat.parley.base.refusal.Refusal;
import chat.parley.base.refusal.Refusal.Thing;
import chat.parley.base.refusal.Refusal.Why;
import java.time.Clock;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// How far the answering of one interaction has come. Guarded by its own lock.
final class Dialogue {
    final Interaction interaction;
    private State state = State.OPEN;
    private @Nullable MessageId original;
    /// What is said later belongs to the receiver alone.
    private boolean ephemeral;

    private final Set<MessageId> followups = new HashSet<>();

    enum State {
        OPEN,
        /// Somebody answers at this moment.
        ANSWERING,
        ANSWERED,
        /// A message was announced that has not come.
        AWAITED,
        /// Too late.
        MISSED
    }

    Dialogue(Interaction interaction) {
        this.interaction = interaction;
    }

    /// Begins to answer.
    synchronized void begin(Clock clock) {
        if (state == State.MISSED || (state == State.OPEN && age(clock) > Limits.INTERACTION_ANSWER_MS)) {
            throw Refusal.unknown(Thing.INTERACTION);
        }
        if (state != State.OPEN) {
            throw Refusal.unfit(Why.ANSWERED_ALREADY);
        }
        state = State.ANSWERING;
    }

    /// The answer failed by no fault of the other side's clock; it may try again.
    synchronized void abandon() {
        if (state == State.ANSWERING) {
            state = State.OPEN;
        }
    }

    synchronized void answered(@Nullable MessageId message, boolean toOne, boolean awaited) {
        state = awaited ? State.AWAITED : State.ANSWERED;
        original = message;
        ephemeral = toOne;
    }

    /// The announced message is there now.
    synchronized void arrived() {
        state = State.ANSWERED;
    }

    synchronized boolean awaited() {
        return state == State.AWAITED;
    }

    synchronized boolean ephemeral() {
        return ephemeral;
    }

    synchronized void forgetOriginal() {
        original = null;
    }

    /// @throws chat.parley.base.refusal.Refused with `Unknown` when there is none
    synchronized MessageId original() {
        if (original == null) {
            throw Refusal.unknown(Thing.MESSAGE);
        }
        return original;
    }

    synchronized @Nullable MessageId originalOrNull() {
        return original;
    }

    synchronized void followed(MessageId message) {
        followups.add(message);
    }

    synchronized boolean owns(MessageId message) {
        return message.equals(original) || followups.contains(message);
    }

    synchronized boolean full() {
        return followups.size() >= Limits.FOLLOWUPS_KEPT_MAX;
    }

    /// @throws chat.parley.base.refusal.Refused unless it has been answered and is not over
    synchronized void requireOpen(Clock clock) {
        if (age(clock) > Limits.INTERACTION_LIFE_MS) {
            throw Refusal.unfit(Why.INVALID_TOKEN);
        }
        if (state == State.OPEN || state == State.ANSWERING || state == State.MISSED) {
            throw Refusal.unknown(Thing.WEBHOOK);
        }
    }

    /// @return whether nobody answered in time, for the first who asks
    synchronized boolean missed(Clock clock) {
        if (state == State.OPEN && age(clock) > Limits.INTERACTION_ANSWER_MS) {
            state = State.MISSED;
            return true;
        }
        return false;
    }

    /// The application cannot be reached, so nothing is waited for.
    synchronized boolean give() {
        boolean open = state == State.OPEN;
        state = open ? State.MISSED : state;
        return open;
    }

    boolean over(Clock clock) {
        return age(clock) > Limits.INTERACTION_LIFE_MS;
    }

    private long age(Clock clock) {
        return clock.millis() - interaction.id().time().toEpochMilli();
    }
}
