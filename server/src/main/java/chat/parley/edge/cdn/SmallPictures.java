package chat.parley.edge.cdn;

import chat.parley.base.limit.Limits;
import chat.parley.file.blob.Vault;
import chat.parley.file.picture.Cleaned;
import chat.parley.file.picture.Thumbnails;
import java.io.IOException;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Pictures made small when somebody asks, the latest of them kept in memory. The lock is held for looking only, never
/// while a picture is made.
final class SmallPictures {
    private static final Logger log = LoggerFactory.getLogger(SmallPictures.class);

    private final Vault vault;
    private final Thumbnails thumbnails;
    /// Oldest use first; guarded by this object's lock, as `bytes`.
    private final LinkedHashMap<String, Thumbnails.Encoded> kept = new LinkedHashMap<>(64, 0.75f, true);
    private long bytes;

    SmallPictures(Vault vault, Thumbnails thumbnails) {
        this.vault = vault;
        this.thumbnails = thumbnails;
    }

    /// `null` when the picture cannot be made small, or is so already.
    Thumbnails.@Nullable Encoded of(String blob, Cleaned picture, Wish wish) {
        return of(blob, picture, wish, false);
    }

    /// @param always also when it is small enough: it is to be drawn anew
    Thumbnails.@Nullable Encoded of(String blob, Cleaned picture, Wish wish, boolean always) {
        var size = picture.size();
        if (!always && size.width() <= wish.boxWidth() && size.height() <= wish.boxHeight()) {
            return null;
        }
        String key = blob + wish.tag() + always;
        synchronized (this) {
            var known = kept.get(key);
            if (known != null) {
                return known;
            }
        }
        var made = made(blob, picture, wish);
        if (made != null) {
            keep(key, made);
        }
        return made;
    }

    private Thumbnails.@Nullable Encoded made(String blob, Cleaned picture, Wish wish) {
        try (var opened = vault.open(blob)) {
            return opened == null
                    ? null
                    : thumbnails.within(opened.stream(), picture, wish.boxWidth(), wish.boxHeight(), wish.jpeg());
        } catch (IOException undecodable) {
            log.debug("{} cannot be made small", blob, undecodable);
            return null;
        }
    }

    private synchronized void keep(String key, Thumbnails.Encoded made) {
        if (kept.put(key, made) == null) {
            bytes += made.bytes().length;
        }
        var oldest = kept.entrySet().iterator();
        while (bytes > Limits.THUMBNAIL_CACHE_MAX_BYTES && oldest.hasNext()) {
            bytes -= oldest.next().getValue().bytes().length;
            oldest.remove();
        }
    }
}
