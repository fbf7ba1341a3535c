package chat.parley.base.id;

/// Names a role; the role `@everyone` has the id of its guild.
public record RoleId(long value) implements Id, Comparable<RoleId> {
    public static RoleId of(String text) {
        return new RoleId(Id.parse(text));
    }

    @Override
    public int compareTo(RoleId other) {
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
