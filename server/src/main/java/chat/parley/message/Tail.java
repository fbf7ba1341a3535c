package chat.parley.message;

import chat.parley.base.id.MessageId;
import chat.parley.base.limit.Limits;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The newest messages of a channel at one moment, without a gap. Immutable.
///
/// @param messages oldest first
/// @param whole nothing older exists
record Tail(List<Message> messages, boolean whole) {
    static final int MAX = Limits.HISTORY_MAX;

    Tail plus(Message message) {
        if (!messages.isEmpty() && messages.getLast().id().compareTo(message.id()) >= 0) {
            return this;
        }
        boolean full = messages.size() >= MAX;
        var next = new ArrayList<Message>(messages.size() + 1);
        next.addAll(full ? messages.subList(1, messages.size()) : messages);
        next.add(message);
        return new Tail(Collections.unmodifiableList(next), whole && !full);
    }

    Tail replacing(Message message) {
        int at = position(message.id());
        if (at < 0) {
            return this;
        }
        var next = new ArrayList<>(messages);
        next.set(at, message);
        return new Tail(Collections.unmodifiableList(next), whole);
    }

    Tail without(Collection<MessageId> ids) {
        return new Tail(messages.stream().filter(it -> !ids.contains(it.id())).toList(), whole);
    }

    /// Whether every message from that id on is here, if it is anywhere.
    boolean reaches(MessageId id) {
        return whole || (!messages.isEmpty() && messages.getFirst().id().compareTo(id) <= 0);
    }

    @Nullable
    Message find(MessageId id) {
        int at = position(id);
        return at < 0 ? null : messages.get(at);
    }

    /// The newest below that id, newest first; `null` when older ones than are here may be needed.
    @Nullable
    List<Message> below(long id, int limit) {
        int end = firstFrom(id);
        if (end < limit && !whole) {
            return null;
        }
        return messages.subList(Math.max(0, end - limit), end).reversed();
    }

    /// The oldest above that id, newest first; `null` when it lies before what is here.
    @Nullable
    List<Message> above(MessageId id, int limit) {
        if (!reaches(id)) {
            return null;
        }
        int start = firstFrom(id.value() + 1);
        return messages.subList(start, Math.min(messages.size(), start + limit)).reversed();
    }

    private int position(MessageId id) {
        int at = firstFrom(id.value());
        return at < messages.size() && messages.get(at).id().equals(id) ? at : -1;
    }

    /// The place of the first message with that id or a higher one.
    private int firstFrom(long id) {
        int low = 0;
        int high = messages.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (messages.get(middle).id().value() < id) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
