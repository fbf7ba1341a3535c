package chat.parley.presence;

import chat.parley.base.id.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How a user is seen by others.
///
/// @param status never [Status#INVISIBLE]
/// @param devices where they are connected, with the status there; empty when they are seen as offline
/// @param lastSeen when their last connection ended, as far as this node remembers
public record Presence(
        UserId user,
        Status status,
        Map<Device, Status> devices,
        List<Activity> activities,
        @Nullable Instant lastSeen) {

    public static Presence offline(UserId user, @Nullable Instant lastSeen) {
        return new Presence(user, Status.OFFLINE, Map.of(), List.of(), lastSeen);
    }

    public boolean online() {
        return status != Status.OFFLINE;
    }

    boolean looksLike(Presence other) {
        return status == other.status && devices.equals(other.devices) && activities.equals(other.activities);
    }
}
