package chat.parley.base.id;

/// Names an account, of a person or of a bot.
public record UserId(long value) implements Id, Comparable<UserId> {
    public static UserId of(String text) {
        return new UserId(Id.parse(text));
    }

    @Override
    public int compareTo(UserId other) {
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
