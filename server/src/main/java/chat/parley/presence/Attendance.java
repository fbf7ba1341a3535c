package chat.parley.presence;

import chat.parley.account.settings.CustomStatus;
import chat.parley.base.id.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One user's connections and what they amount to. Guarded by itself.
final class Attendance {
    private static final int ACTIVITIES_MAX = 8;

    private final UserId user;
    private final Map<String, Connection> connections = new HashMap<>();
    private Status chosen = Status.ONLINE;
    private @Nullable Activity custom;
    private @Nullable Instant customUntil;
    private Presence told;

    /// @param goneAt when it broke; absent while it stands
    private record Connection(
            Device device,
            Status status,
            List<Activity> activities,
            @Nullable Instant goneAt) {
        Connection goneAt(@Nullable Instant time) {
            return new Connection(device, status, activities, time);
        }
    }

    Attendance(UserId user) {
        this.user = user;
        this.told = Presence.offline(user, null);
    }

    synchronized void connected(String name, Device device, Status status, List<Activity> activities) {
        connections.put(name, new Connection(device, status, since(activities), null));
    }

    synchronized void changed(String name, Status status, List<Activity> activities) {
        connections.computeIfPresent(name, (_, it) -> new Connection(it.device, status, since(activities), it.goneAt));
    }

    synchronized void returned(String name) {
        connections.computeIfPresent(name, (_, it) -> it.goneAt(null));
    }

    synchronized void lost(String name, Instant now) {
        connections.computeIfPresent(name, (_, it) -> it.goneAt == null ? it.goneAt(now) : it);
    }

    synchronized void ended(String name) {
        connections.remove(name);
    }

    /// What the user chose for all their connections.
    synchronized void chose(Status status, @Nullable CustomStatus text, Instant now) {
        chosen = status;
        custom = text == null
                ? null
                : since(List.of(Activity.custom(text.text(), text.emoji(), now)))
                        .getFirst();
        customUntil = text == null ? null : text.expiresAt();
    }

    synchronized Presence told() {
        return told;
    }

    /// Whether time alone will change something: a broken connection still counts, a custom status will be
    /// over.
    synchronized boolean waiting() {
        return told.online()
                && (customUntil != null || connections.values().stream().anyMatch(it -> it.goneAt != null));
    }

    synchronized boolean empty() {
        return connections.isEmpty() && !told.online();
    }

    /// The presence, if others see it differently from what they were told.
    ///
    /// @param patienceMs how long a broken connection still counts
    synchronized @Nullable Presence news(Instant now, long patienceMs) {
        var next = counted(now, patienceMs);
        if (next.looksLike(told)) {
            return null;
        }
        told = next;
        return next;
    }

    private Presence counted(Instant now, long patienceMs) {
        var status = Status.OFFLINE;
        var devices = new EnumMap<Device, Status>(Device.class);
        var activities = new ArrayList<Activity>();
        for (var it : connections.values()) {
            boolean counts =
                    it.goneAt == null || it.goneAt.plusMillis(patienceMs).isAfter(now);
            if (!counts || chosen == Status.INVISIBLE || !it.status.seen()) {
                continue;
            }
            var own = chosen == Status.ONLINE ? it.status : chosen;
            status = own.over(status);
            devices.merge(it.device, own, Status::over);
            it.activities.stream().filter(one -> !activities.contains(one)).forEach(activities::add);
        }
        if (devices.isEmpty()) {
            return Presence.offline(user, told.online() ? now : told.lastSeen());
        }
        if (customUntil != null && !customUntil.isAfter(now)) {
            custom = null;
            customUntil = null;
        }
        if (custom != null) {
            activities.removeIf(it -> it.kind() == Activity.CUSTOM);
            activities.addFirst(custom);
        }
        return new Presence(
                user,
                status,
                Map.copyOf(devices),
                activities.stream().limit(ACTIVITIES_MAX).toList(),
                null);
    }

    /// What goes on keeps the time at which it began, so that repeating it is no news.
    private List<Activity> since(List<Activity> now) {
        return now.stream()
                .map(it ->
                        told.activities().stream().filter(it::same).findFirst().orElse(it))
                .toList();
    }
}
