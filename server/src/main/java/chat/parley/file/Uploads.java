package chat.parley.file;

import chat.parley.base.content.Content;
import chat.parley.base.content.Spool;
import chat.parley.base.id.ChannelId;
import chat.parley.base.id.EntityId;
import chat.parley.base.id.Snowflakes;
import chat.parley.base.id.UserId;
import chat.parley.base.limit.Limits;
import chat.parley.base.refusal.Refusal;
import chat.parley.base.refusal.Refusal.Thing;
import chat.parley.base.refusal.Refused;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Large files that are sent in pieces before their message: when a piece breaks off, only that is sent again. What is
/// on its way lies in files without names and is forgotten when the program ends; clients then begin anew.
public final class Uploads implements AutoCloseable {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Map<EntityId, Arriving> arriving = new ConcurrentHashMap<>();
    private final Spool spool;
    private final Snowflakes ids;
    private final Clock clock;
    private final long maxBytes;

    public Uploads(Spool spool, Snowflakes ids, Clock clock, long maxBytes) {
        this.spool = spool;
        this.ids = ids;
        this.clock = clock;
        this.maxBytes = maxBytes;
    }

    /// @param secret whoever knows it may send the bytes
    public record Begun(EntityId id, String secret, String name) {}

    /// Begins one. Whether the owner may send files there has been asked before.
    public Begun begin(UserId owner, ChannelId channel, String name, long size) {
        if (size > maxBytes) {
            throw new Refused(new Refusal.TooLarge(maxBytes));
        }
        forgetOld();
        long mine = arriving.values().stream()
                .filter(it -> it.owner().equals(owner))
                .count();
        if (mine >= Limits.UPLOADS_MAX) {
            throw new Refused(new Refusal.Full(Thing.UPLOAD, Limits.UPLOADS_MAX));
        }
        var secret = new byte[16];
        RANDOM.nextBytes(secret);
        var id = new EntityId(ids.next());
        var begun = new Begun(id, HexFormat.of().formatHex(secret), name);
        arriving.put(id, new Arriving(begun, owner, channel, size, clock.instant()));
        return begun;
    }

    /// Takes a piece, which must join what is there.
    ///
    /// @param from where the piece begins; `null` asks only how far it is
    /// @return how many bytes are there of how many
    public Progress take(EntityId id, String secret, @Nullable Long from, Content piece) {
        var upload = arriving.get(id);
        if (upload == null || !upload.begun().secret().equals(secret)) {
            throw Refusal.unknown(Thing.UPLOAD);
        }
        try {
            return from == null ? upload.progress() : upload.take(spool, from, piece);
        } catch (IOException failure) {
            throw Spool.failed(failure);
        }
    }

    public record Progress(long received, long size) {
        public boolean complete() {
            return received == size;
        }
    }

    /// The file whose upload is complete, for a message of its owner in its channel. It is given once, and closed by
    /// the taker.
    ///
    /// @throws Refused with `Invalid` when there is none
    public Content finished(String uploadedName, UserId owner, ChannelId channel) {
        var upload = find(uploadedName);
        if (upload == null
                || !upload.belongs(owner, channel)
                || !upload.progress().complete()) {
            throw Refusal.invalid("attachments", "UPLOAD_NOT_FOUND", "The uploaded file was not found.");
        }
        arriving.remove(upload.begun().id());
        return upload.content();
    }

    private @Nullable Arriving find(String uploadedName) {
        int slash = uploadedName.indexOf('/');
        try {
            return slash < 0 ? null : arriving.get(EntityId.of(uploadedName.substring(0, slash)));
        } catch (Refused notAnId) {
            return null;
        }
    }

    private void forgetOld() {
        var old = clock.instant().minus(Duration.ofHours(Limits.UPLOAD_KEPT_HOURS));
        arriving.values().removeIf(it -> {
            boolean gone = it.since().isBefore(old);
            if (gone) {
                it.close();
            }
            return gone;
        });
    }

    @Override
    public void close() {
        arriving.values().forEach(Arriving::close);
        arriving.clear();
    }
}
