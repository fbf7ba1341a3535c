package chat.parley.file;

import chat.parley.base.content.Content;
import chat.parley.base.content.Spool;
import chat.parley.base.id.ChannelId;
import chat.parley.base.id.UserId;
import chat.parley.base.refusal.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One upload on its way. The lock is for pieces that come at the same time.
final class Arriving {
    private static final int COPIED_BYTES = 1 << 16;

    private final Uploads.Begun begun;
    private final UserId owner;
    private final ChannelId channel;
    private final long size;
    private final Instant since;
    private @Nullable FileChannel file;
    private @Nullable Spool counted;
    private long received;

    Arriving(Uploads.Begun begun, UserId owner, ChannelId channel, long size, Instant since) {
        this.begun = begun;
        this.owner = owner;
        this.channel = channel;
        this.size = size;
        this.since = since;
    }

    Uploads.Begun begun() {
        return begun;
    }

    UserId owner() {
        return owner;
    }

    Instant since() {
        return since;
    }

    boolean belongs(UserId to, ChannelId in) {
        return owner.equals(to) && channel.equals(in);
    }

    synchronized Uploads.Progress progress() {
        return new Uploads.Progress(received, size);
    }

    /// A piece may repeat what is there already, as after an answer that was lost; it may not leave a gap.
    synchronized Uploads.Progress take(Spool spool, long from, Content piece) throws IOException {
        if (from < 0 || from > received || from + piece.length() > size) {
            throw Refusal.invalid("content_range", "UPLOAD_RANGE", "The piece does not join what was received.");
        }
        long fresh = from + piece.length() - received;
        if (fresh <= 0) {
            return progress();
        }
        var to = file == null ? spool.open() : file;
        file = to;
        spool.take(fresh);
        counted = spool;
        try (var in = piece.open(received - from, fresh)) {
            var buffer = new byte[COPIED_BYTES];
            for (int read = in.read(buffer); read > 0; read = in.read(buffer)) {
                var bytes = ByteBuffer.wrap(buffer, 0, read);
                while (bytes.hasRemaining()) {
                    received += to.write(bytes, received);
                }
            }
        }
        return progress();
    }

    /// The whole file, which belongs to the caller from then on.
    synchronized Content content() {
        var whole = file;
        var from = counted;
        file = null;
        return whole == null || from == null ? Content.of(new byte[0]) : Content.of(whole, size, () -> from.give(size));
    }

    synchronized void close() {
        if (file != null && counted != null) {
            counted.give(received);
            try {
                file.close();
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
            file = null;
        }
    }
}
