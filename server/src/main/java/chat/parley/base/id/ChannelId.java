package chat.parley.base.id;

/// Names a channel of any kind, categories and threads included.
public record ChannelId(long value) implements Id, Comparable<ChannelId> {
    public static ChannelId of(String text) {
        return new ChannelId(Id.parse(text));
    }

    @Override
    public int compareTo(ChannelId other) {
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
