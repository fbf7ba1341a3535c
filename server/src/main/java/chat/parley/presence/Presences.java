package chat.parley.presence;

import chat.parley.account.settings.Settings;
import chat.parley.account.settings.SettingsEvent;
import chat.parley.base.bus.Bus;
import chat.parley.base.id.UserId;
import chat.parley.base.limit.Limits;
import chat.parley.guild.GuildSnapshot;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/// Everybody's presence. Connections report what happens to them, from any thread and without waiting; [#tick]
/// tells the world, so that what changes several times between two ticks is told once, and a connection that
/// breaks and returns within a few seconds is not told at all.
public final class Presences {
    private final ConcurrentHashMap<UserId, Attendance> known = new ConcurrentHashMap<>();
    /// Whose presence may have changed, or will when a broken connection stops counting.
    private final Set<UserId> restless = ConcurrentHashMap.newKeySet();
    private final Bus bus;
    private final Clock clock;

    public Presences(Bus bus, Clock clock) {
        this.bus = bus;
        this.clock = clock;
        bus.subscribe(SettingsEvent.Changed.class, it -> {
            if (known.containsKey(it.user())) {
                chose(it.user(), it.settings());
            }
        });
    }

    /// A connection of the user begins to count.
    ///
    /// @param connection a name that is the user's own and unique among their connections
    public void connected(UserId user, String connection, Device device, Status status, List<Activity> activities) {
        change(user, it -> it.connected(connection, device, status, activities));
    }

    /// The client of a connection wants to be seen differently.
    public void changed(UserId user, String connection, Status status, List<Activity> activities) {
        change(user, it -> it.changed(connection, status, activities));
    }

    /// The user chose a status and a custom text for all their connections.
    public void chose(UserId user, Settings settings) {
        change(user, it -> it.chose(Status.of(settings.status()), settings.customStatus(), clock.instant()));
    }

    /// A connection broke; it counts for [Limits#PRESENCE_PATIENCE_MS] more.
    public void lost(UserId user, String connection) {
        change(user, it -> it.lost(connection, clock.instant()));
    }

    /// A connection that broke is there again.
    public void returned(UserId user, String connection) {
        change(user, it -> it.returned(connection));
    }

    /// A connection will not come back.
    public void ended(UserId user, String connection) {
        change(user, it -> it.ended(connection));
    }

    /// How others see the user, as it was told last.
    public Presence of(UserId user) {
        var attendance = known.get(user);
        return attendance == null ? Presence.offline(user, null) : attendance.told();
    }

    /// Those of the users who are seen online.
    public List<Presence> online(Collection<UserId> users) {
        return users.stream().map(this::of).filter(Presence::online).toList();
    }

    /// How many members of the guild are seen online.
    public int online(GuildSnapshot guild) {
        int count = 0;
        for (var it : known.entrySet()) {
            if (guild.member(it.getKey()) != null && it.getValue().told().online()) {
                count++;
            }
        }
        return count;
    }

    /// Members of the guild who are seen online, at most so many, in no order.
    public List<Presence> online(GuildSnapshot guild, int max) {
        return known.entrySet().stream()
                .filter(it -> guild.member(it.getKey()) != null)
                .map(it -> it.getValue().told())
                .filter(Presence::online)
                .limit(max)
                .toList();
    }

    /// Tells what has changed. Called a few times a second, by one thread.
    public void tick() {
        var now = clock.instant();
        for (var user : List.copyOf(restless)) {
            restless.remove(user);
            var attendance = known.get(user);
            if (attendance != null) {
                tell(user, attendance, now);
            }
        }
    }

    private void tell(UserId user, Attendance attendance, Instant now) {
        var news = attendance.news(now, Limits.PRESENCE_PATIENCE_MS);
        if (news != null) {
            bus.publish(new PresenceEvent.Changed(news));
        }
        if (attendance.empty()) {
            bus.publish(new PresenceEvent.Gone(user));
        }
        if (attendance.waiting()) {
            restless.add(user);
        } else if (known.mappingCount() > Limits.USER_CACHE_MAX) {
            known.computeIfPresent(user, (_, it) -> it.empty() ? null : it);
        }
    }

    /// Inside the map's own lock, so that nobody is forgotten while they connect.
    private void change(UserId user, Consumer<Attendance> change) {
        known.compute(user, (id, before) -> {
            var attendance = before == null ? new Attendance(id) : before;
            change.accept(attendance);
            return attendance;
        });
        restless.add(user);
    }
}
