package chat.parley.base.id;

/// Names anything else that has an identity of its own: a session, an audit entry, a job.
public record EntityId(long value) implements Id, Comparable<EntityId> {
    public static EntityId of(String text) {
        return new EntityId(Id.parse(text));
    }

    @Override
    public int compareTo(EntityId other) {
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
