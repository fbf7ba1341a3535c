package chat.parley.guild;

import chat.parley.base.id.RoleId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The roles of a guild, lowest first, immutable. Two tables are the same rules exactly when they are the same
/// object, which is how `channel` notices that its cached permissions are out of date.
public final class RoleTable {
    private final List<Role> byPosition;
    private final Map<RoleId, Role> byId;

    private RoleTable(Collection<Role> roles) {
        byPosition = roles.stream()
                .sorted(Comparator.comparingInt(Role::position).thenComparing(Role::id))
                .toList();
        byId = new HashMap<>();
        byPosition.forEach(role -> byId.put(role.id(), role));
    }

    static RoleTable of(Collection<Role> roles) {
        return new RoleTable(roles);
    }

    /// Lowest first, so `@everyone` first.
    public List<Role> list() {
        return byPosition;
    }

    public @Nullable Role find(RoleId id) {
        return byId.get(id);
    }

    public Role everyone() {
        return byPosition.getFirst();
    }

    /// The bits of those roles, united.
    public long granted(List<RoleId> roles) {
        long bits = 0;
        for (var id : roles) {
            var role = byId.get(id);
            bits |= role == null ? 0 : role.permissions();
        }
        return bits;
    }

    /// The position of the highest of those roles, 0 for none.
    public int highest(List<RoleId> roles) {
        int highest = 0;
        for (var id : roles) {
            var role = byId.get(id);
            highest = role == null ? highest : Math.max(highest, role.position());
        }
        return highest;
    }

    RoleTable with(Collection<Role> changed) {
        var next = new HashMap<>(byId);
        changed.forEach(role -> next.put(role.id(), role));
        return new RoleTable(next.values());
    }

    RoleTable without(RoleId id) {
        var rest = new ArrayList<>(byPosition);
        rest.removeIf(role -> role.id().equals(id));
        return new RoleTable(rest);
    }
}
