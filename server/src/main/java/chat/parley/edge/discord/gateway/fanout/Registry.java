package chat.parley.edge.discord.gateway.fanout;

import chat.parley.base.id.GuildId;
import chat.parley.base.id.UserId;
import chat.parley.base.limit.Limits;
import chat.parley.edge.discord.gateway.session.PresenceWish;
import chat.parley.edge.discord.gateway.session.Session;
import chat.parley.presence.Activity;
import chat.parley.presence.Device;
import chat.parley.presence.Presences;
import chat.parley.presence.Status;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// Every gateway session of this node, and in which guilds any of them sits. Safe for all threads.
public final class Registry {
    private final ConcurrentHashMap<String, Home> byId = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<UserId, Set<Home>> byUser = new ConcurrentHashMap<>();
    /// How many seats there are, or soon will be, on any loop. An event of a guild without a seat is not even
    /// encoded.
    private final ConcurrentHashMap<GuildId, Integer> seats = new ConcurrentHashMap<>();
    private final Presences presences;
    private final BiConsumer<UserId, String> farewell;
    private final Clock clock;

    /// Where a session lives.
    public record Home(Session session, Loop loop) {}

    /// @param farewell told of each session that has ended, on its loop
    public Registry(Presences presences, BiConsumer<UserId, String> farewell, Clock clock) {
        this.presences = presences;
        this.farewell = farewell;
        this.clock = clock;
    }

    /// Takes in a new session, unless the user has too many already.
    public boolean add(Home home) {
        var user = home.session().caller().id();
        var taken = new boolean[1];
        byUser.compute(user, (_, before) -> {
            var homes = before == null ? ConcurrentHashMap.<Home>newKeySet() : before;
            taken[0] = homes.size() < Limits.GATEWAY_SESSIONS_PER_USER && homes.add(home);
            return homes;
        });
        if (taken[0]) {
            byId.put(home.session().id(), home);
        }
        return taken[0];
    }

    public @Nullable Home find(String session) {
        return byId.get(session);
    }

    public Set<Home> of(UserId user) {
        return byUser.getOrDefault(user, Set.of());
    }

    public int sessions() {
        return byId.size();
    }

    long now() {
        return clock.millis();
    }

    boolean concerns(GuildId guild) {
        return seats.containsKey(guild);
    }

    void sits(GuildId guild) {
        seats.merge(guild, 1, Integer::sum);
    }

    void left(GuildId guild) {
        seats.computeIfPresent(guild, (_, count) -> count == 1 ? null : count - 1);
    }

    /// READY is on its way.
    void begun(Session session) {
        var wish = session.takeFirstWish();
        presences.connected(
                session.caller().id(),
                session.id(),
                Device.valueOf(session.device().name()),
                Status.of(wish == null ? "online" : wish.status()),
                activities(wish));
        if (session.socket() == null) {
            disconnected(session);
        }
    }

    void connected(Session session) {
        presences.returned(session.caller().id(), session.id());
    }

    void disconnected(Session session) {
        presences.lost(session.caller().id(), session.id());
    }

    /// The client wants to be seen differently.
    public void shows(Session session, PresenceWish wish) {
        presences.changed(session.caller().id(), session.id(), Status.of(wish.status()), activities(wish));
    }

    void ended(Session session) {
        byId.remove(session.id());
        byUser.computeIfPresent(session.caller().id(), (_, homes) -> {
            homes.removeIf(it -> it.session().equals(session));
            return homes.isEmpty() ? null : homes;
        });
        presences.ended(session.caller().id(), session.id());
        farewell.accept(session.caller().id(), session.id());
    }

    private List<Activity> activities(@Nullable PresenceWish wish) {
        return wish == null
                ? List.of()
                : wish.activities().stream()
                        .map(it -> new Activity(it.name(), it.type(), it.state(), null, it.url(), clock.instant()))
                        .toList();
    }
}
