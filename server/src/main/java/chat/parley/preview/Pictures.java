package chat.parley.preview;

import chat.parley.base.limit.Limits;
import chat.parley.base.refusal.Refusal;
import chat.parley.base.refusal.Refused;
import chat.parley.base.web.GuardedClient;
import chat.parley.base.web.Unreachable;
import chat.parley.base.web.WebCall;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/// Pictures elsewhere, fetched for whoever looks at them, and kept for a while: a message in a large channel must not
/// fetch its picture once for each reader. Bounded in bytes, in time, and in how many are fetched at once. The lock of
/// `this` guards what is kept.
public final class Pictures {
    /// What browsers show and what cannot run anything: no SVG.
    private static final Set<String> TYPES =
            Set.of("image/png", "image/jpeg", "image/gif", "image/webp", "image/avif", "image/bmp");

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int REDIRECTS = 4;
    private static final int AT_ONCE = 16;
    private static final long RETRY_AFTER_MS = 2_000;

    private final GuardedClient client;
    private final Semaphore fetching = new Semaphore(AT_ONCE);
    private final Map<URI, Picture> kept = new LinkedHashMap<>(64, 0.75f, true);
    private long keptBytes;

    public Pictures(GuardedClient client) {
        this.client = client;
    }

    public record Picture(String type, byte[] bytes) {}

    static boolean shows(String type) {
        return TYPES.contains(type);
    }

    /// @return absent when there is no such picture, or it is too large
    /// @throws Refused with `Busy` when too many are being fetched
    public @Nullable Picture at(URI address) {
        var known = find(address);
        if (known != null) {
            return known;
        }
        if (!fetching.tryAcquire()) {
            throw new Refused(new Refusal.Busy(RETRY_AFTER_MS));
        }
        try {
            var picture = fetched(address);
            if (picture != null) {
                keep(address, picture);
            }
            return picture;
        } finally {
            fetching.release();
        }
    }

    private @Nullable Picture fetched(URI address) {
        try {
            var answer = client.call(WebCall.get(address, Limits.EXTERNAL_PICTURE_MAX_BYTES, PATIENCE)
                    .with(Map.of("User-Agent", "Mozilla/5.0 (compatible; ParleyPreview/1.0)", "Accept", "image/*"))
                    .following(REDIRECTS));
            String header = answer.header("content-type");
            String type = header == null ? "" : header.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
            return answer.success() && !answer.cut() && shows(type) ? new Picture(type, answer.body()) : null;
        } catch (Unreachable nobody) {
            return null;
        }
    }

    private synchronized @Nullable Picture find(URI address) {
        return kept.get(address);
    }

    private synchronized void keep(URI address, Picture picture) {
        if (kept.put(address, picture) == null) {
            keptBytes += picture.bytes().length;
        }
        for (var it = kept.values().iterator(); keptBytes > Limits.EXTERNAL_PICTURES_KEPT_BYTES && it.hasNext(); ) {
            keptBytes -= it.next().bytes().length;
            it.remove();
        }
    }
}
