package chat.parley.friend;

import chat.parley.base.cache.BoundedCache;
import chat.parley.base.id.UserId;
import chat.parley.base.limit.Limits;
import chat.parley.base.sql.Database;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What everybody is to everybody else, from memory for whoever turned up.
public final class Relations {
    private final FriendStore store;
    private final BoundedCache<UserId, Map<UserId, Relation>> known = new BoundedCache<>(Limits.USER_CACHE_MAX);

    public Relations(Database database) {
        this.store = new FriendStore(database);
    }

    /// Oldest first.
    public Collection<Relation> of(UserId user) {
        return byOther(user).values();
    }

    public @Nullable Relation between(UserId user, UserId other) {
        return byOther(user).get(other);
    }

    public boolean friends(UserId one, UserId other) {
        return is(one, other, Relation.Kind.FRIEND);
    }

    /// Whether the user has blocked the other.
    public boolean blocks(UserId user, UserId other) {
        return is(user, other, Relation.Kind.BLOCKED);
    }

    public List<UserId> friendsOf(UserId user) {
        return ofKind(user, Relation.Kind.FRIEND);
    }

    public List<UserId> blockedBy(UserId user) {
        return ofKind(user, Relation.Kind.BLOCKED);
    }

    /// The friends that two people both have.
    public List<UserId> mutual(UserId one, UserId other) {
        Set<UserId> theirs = friendsOf(other).stream().collect(Collectors.toSet());
        return friendsOf(one).stream().filter(theirs::contains).toList();
    }

    void changed(UserId user) {
        known.forget(user);
    }

    private boolean is(UserId user, UserId other, Relation.Kind kind) {
        var relation = between(user, other);
        return relation != null && relation.kind() == kind;
    }

    private List<UserId> ofKind(UserId user, Relation.Kind kind) {
        return of(user).stream()
                .filter(it -> it.kind() == kind)
                .map(Relation::other)
                .toList();
    }

    private Map<UserId, Relation> byOther(UserId user) {
        var relations = known.find(user);
        if (relations == null) {
            long stamp = known.stamp();
            relations = store.of(user);
            known.keep(stamp, user, relations);
        }
        return relations;
    }
}
