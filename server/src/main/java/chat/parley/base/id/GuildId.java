package chat.parley.base.id;

/// Names a guild (a community).
public record GuildId(long value) implements Id, Comparable<GuildId> {
    public static GuildId of(String text) {
        return new GuildId(Id.parse(text));
    }

    @Override
    public int compareTo(GuildId other) {
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
