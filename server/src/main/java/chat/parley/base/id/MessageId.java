package chat.parley.base.id;

/// Names a message; within a channel, the order of ids is the order of messages.
public record MessageId(long value) implements Id, Comparable<MessageId> {
    public static MessageId of(String text) {
        return new MessageId(Id.parse(text));
    }

    @Override
    public int compareTo(MessageId other) {
        return Long.compare(value, other.value);
    }

    @Override
    public int hashCode() {
        return Id.hash(value);
    }

    @Override
    public String toString() {
        return text();
    }
}
