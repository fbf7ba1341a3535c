package chat.parley.base.limit;

import chat.parley.base.id.ChannelId;
import chat.parley.base.id.UserId;
import java.net.InetAddress;
import java.time.Clock;
import java.util.Arrays;

/// How often somebody may do something. One instance a node; each edge asks it before it works.
public final class RateLimits {

    /// @param signInsPerMinute attempts to register or sign in, an address
    /// @param messagesPerTenSeconds a person and channel
    /// @param requestsPerSecond everything, an account
    /// @param anonymousPerSecond everything without a valid token, an address
    public record Settings(
            int signInsPerMinute, int messagesPerTenSeconds, int requestsPerSecond, int anonymousPerSecond) {
        public static Settings standard() {
            return new Settings(5, 10, 50, 50);
        }
    }

    private record Writer(UserId user, ChannelId channel) {}

    private final Windows signIns;
    private final Windows messages;
    private final Windows callers;
    private final Windows anonymous;

    public RateLimits(Clock clock, Settings settings) {
        signIns = new Windows(clock, settings.signInsPerMinute, 60_000, Limits.RATE_KEYS_MAX);
        messages = new Windows(clock, settings.messagesPerTenSeconds, 10_000, Limits.RATE_KEYS_MAX);
        callers = new Windows(clock, settings.requestsPerSecond, 1_000, Limits.RATE_KEYS_MAX);
        anonymous = new Windows(clock, settings.anonymousPerSecond, 1_000, Limits.RATE_KEYS_MAX);
    }

    public Grant signIn(String ip) {
        return signIns.take(network(ip));
    }

    public Grant message(UserId user, ChannelId channel) {
        return messages.take(new Writer(user, channel));
    }

    public Grant request(UserId user) {
        return callers.take(user);
    }

    public Grant anonymous(String ip) {
        return anonymous.take(network(ip));
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
