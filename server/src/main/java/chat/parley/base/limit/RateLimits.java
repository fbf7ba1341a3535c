package chat.parley.base.limit;

import chat.parley.base.id.ChannelId;
import chat.parley.base.id.UserId;
import java.net.InetAddress;
import java.time.Clock;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How often somebody may do something. One instance a node; each edge asks it before it works.
public final class RateLimits {
    private static final long DAY_MS = 24L * 3_600_000;

    /// @param signInsPerMinute attempts to register or sign in, an address
    /// @param messagesPerTenSeconds a person and channel
    /// @param requestsPerSecond everything, an account
    /// @param anonymousPerSecond everything without a valid token, an address
    /// @param startsPerDay gateway sessions, a bot
    /// @param startsPerFiveSeconds gateway sessions, a bot and one of its rows of shards
    /// @param routes whether single routes have limits of their own
    public record Settings(
            int signInsPerMinute,
            int messagesPerTenSeconds,
            int requestsPerSecond,
            int anonymousPerSecond,
            int startsPerDay,
            int startsPerFiveSeconds,
            boolean routes) {
        public static Settings standard() {
            return new Settings(5, 10, 50, 50, 1_000, 1, true);
        }
    }

    private record Row(UserId bot, int shards) {}

    private record Writer(UserId user, ChannelId channel) {}

    private record Use(String route, long who, String where) {}

    private final Buckets signIns;
    private final Buckets messages;
    private final Buckets callers;
    private final Buckets anonymous;
    /// Of the rules with numbers, unless routes have none of their own.
    private final Map<RateRule, Buckets> routes = new EnumMap<>(RateRule.class);
    private final Windows starts;
    private final Windows startsOfRow;

    public RateLimits(Clock clock, Settings settings) {
        signIns = new Buckets(clock, settings.signInsPerMinute, 60_000, Limits.RATE_KEYS_MAX);
        messages = new Buckets(clock, settings.messagesPerTenSeconds, 10_000, Limits.RATE_KEYS_MAX);
        callers = new Buckets(clock, settings.requestsPerSecond, 1_000, Limits.RATE_KEYS_MAX);
        anonymous = new Buckets(clock, settings.anonymousPerSecond, 1_000, Limits.RATE_KEYS_MAX);
        for (var rule : RateRule.values()) {
            if (settings.routes && rule.uses() > 0) {
                routes.put(rule, new Buckets(clock, rule.uses(), rule.perMs(), Limits.RATE_KEYS_MAX));
            }
        }
        starts = new Windows(clock, settings.startsPerDay, DAY_MS, Limits.RATE_KEYS_MAX);
        startsOfRow = new Windows(clock, settings.startsPerFiveSeconds, 5_000, Limits.RATE_KEYS_MAX);
    }

    public Grant signIn(String ip) {
        return signIns.take(network(ip));
    }

    public Grant message(UserId user, ChannelId channel) {
        return messages.take(new Writer(user, channel));
    }

    /// A use of a route that has a limit of its own.
    ///
    /// @param route its name
    /// @param who absent for whoever has no account here
    /// @param where the channel, guild or webhook
    /// @return absent when it has none
    public @Nullable Grant use(RateRule rule, String route, @Nullable UserId who, String where) {
        var buckets = routes.get(rule);
        return buckets == null ? null : buckets.take(new Use(route, who == null ? 0 : who.value(), where));
    }

    public Grant request(UserId user) {
        return callers.take(user);
    }

    public Grant anonymous(String ip) {
        return anonymous.take(network(ip));
    }

    /// A bot begins a gateway session; those that are refused for being too close to another do not count for the day.
    public Start start(UserId bot, int shard) {
        if (!startsOfRow
                .take(new Row(bot, shard % Limits.GATEWAY_STARTS_AT_ONCE))
                .allowed()) {
            return Start.TOO_SOON;
        }
        return starts.take(bot).allowed() ? Start.GRANTED : Start.NO_MORE_TODAY;
    }

    /// What a bot's day has left.
    public Grant starts(UserId bot) {
        return starts.peek(bot);
    }

    public enum Start {
        GRANTED,
        TOO_SOON,
        NO_MORE_TODAY
    }

    /// Whoever has one IPv6 address has its whole /64, so that counts as one.
    static String network(String ip) {
        if (ip.indexOf(':') < 0) {
            return ip;
        }
        var bytes = InetAddress.ofLiteral(ip).getAddress();
        return bytes.length == 4 ? ip : Arrays.toString(Arrays.copyOf(bytes, 8));
    }
}
