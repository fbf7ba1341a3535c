package chat.parley.edge.discord.rest.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import chat.parley.base.limit.Grant;
import chat.parley.edge.http.Route;
import java.util.Locale;
import java.util.Map;
import java.util.zip.CRC32C;

/// Tells a client what its bucket has left. JDA ignores all of these headers when one is missing.
final class RateHeaders {
    private RateHeaders() {}

    static Map<String, String> of(Route route, String major, Grant grant) {
        return Map.of(
                "X-RateLimit-Limit", Integer.toString(grant.limit()),
                "X-RateLimit-Remaining", Integer.toString(grant.remaining()),
                "X-RateLimit-Reset", seconds(grant.resetAtMs()),
                "X-RateLimit-Reset-After", seconds(grant.resetAfterMs()),
                "X-RateLimit-Bucket", bucket(route, major));
    }

    static String seconds(long ms) {
        return String.format(Locale.ROOT, "%d.%03d", ms / 1_000, ms % 1_000);
    }

    private static String bucket(Route route, String major) {
        var sum = new CRC32C();
        sum.update((route.method() + " " + route.pattern() + " " + major).getBytes(UTF_8));
        return Long.toHexString(sum.getValue());
    }
}
