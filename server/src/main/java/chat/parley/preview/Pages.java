package chat.parley.preview;

import chat.parley.base.cache.BoundedCache;
import chat.parley.base.json.Json;
import chat.parley.base.limit.Limits;
import chat.parley.base.refusal.Refused;
import chat.parley.base.web.GuardedClient;
import chat.parley.base.web.Unreachable;
import chat.parley.base.web.WebAnswer;
import chat.parley.base.web.WebCall;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Fetches what stands behind an address, and remembers it for a while, also that there was nothing.
final class Pages {
    private static final Duration PATIENCE = Duration.ofSeconds(8);
    private static final Duration KEPT = Duration.ofMinutes(30);
    private static final int REDIRECTS = 4;
    private static final Pattern CHARSET = Pattern.compile("charset\\s*=\\s*[\"']?([A-Za-z0-9._-]{1,40})");
    private static final Map<String, String> HEADERS = Map.of(
            "User-Agent", "Mozilla/5.0 (compatible; ParleyPreview/1.0)",
            "Accept", "text/html,application/xhtml+xml,image/*;q=0.9,*/*;q=0.1",
            "Accept-Language", "en,*;q=0.5");

    private final GuardedClient client;
    private final External external;
    private final Clock clock;
    private final BoundedCache<URI, Known> known = new BoundedCache<>(Limits.PREVIEWS_KEPT_MAX);

    private record Known(@Nullable ObjectNode embed, long untilMs) {}

    Pages(GuardedClient client, External external, Clock clock) {
        this.client = client;
        this.external = external;
        this.clock = clock;
    }

    /// The embed of what is there; absent when there is nothing to show.
    @Nullable
    ObjectNode embed(URI address) {
        var before = known.find(address);
        if (before != null && before.untilMs() > clock.millis()) {
            return before.embed();
        }
        var embed = fetched(address);
        known.replace(address, new Known(embed, clock.millis() + KEPT.toMillis()));
        return embed;
    }

    private @Nullable ObjectNode fetched(URI address) {
        try {
            var answer = client.call(WebCall.get(address, Limits.PREVIEW_PAGE_MAX_BYTES, PATIENCE)
                    .with(HEADERS)
                    .following(REDIRECTS));
            if (!answer.success()) {
                return null;
            }
            String type = type(answer);
            if (type.startsWith("image/") && Pictures.shows(type)) {
                return Preview.picture(address, external);
            }
            if (!type.equals("text/html") && !type.equals("application/xhtml+xml")) {
                return null;
            }
            var head = Head.of(new String(answer.body(), charset(answer)));
            return Preview.of(address, answer.address(), head, oembed(answer.address(), head), external);
        } catch (Unreachable nobody) {
            return null;
        }
    }

    private @Nullable JsonNode oembed(URI page, Head head) {
        String place = head.oembed();
        if (place == null) {
            return null;
        }
        try {
            var answer = client.call(WebCall.get(page.resolve(place), Limits.PREVIEW_OEMBED_MAX_BYTES, PATIENCE)
                    .with(HEADERS)
                    .following(1));
            return answer.success() && !answer.cut() ? Json.tree(answer.body()) : null;
        } catch (Unreachable | Refused | IllegalArgumentException unusable) {
            return null;
        }
    }

    private static String type(WebAnswer answer) {
        String header = answer.header("content-type");
        return header == null ? "" : header.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    private static Charset charset(WebAnswer answer) {
        String header = answer.header("content-type");
        var named = CHARSET.matcher(header == null ? "" : header);
        String ascii = new String(answer.body(), 0, Math.min(1_024, answer.body().length), StandardCharsets.ISO_8859_1);
        var within = CHARSET.matcher(ascii);
        String name = named.find() ? named.group(1) : within.find() ? within.group(1) : "utf-8";
        try {
            return Charset.forName(name);
        } catch (IllegalArgumentException unknown) {
            return StandardCharsets.UTF_8;
        }
    }
}
