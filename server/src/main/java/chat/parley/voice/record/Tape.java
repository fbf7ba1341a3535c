package chat.parley.voice.record;

import chat.parley.base.id.UserId;
import chat.parley.media.Tap;
import chat.parley.media.codec.Codec;
import chat.parley.media.codec.Frame;
import chat.parley.media.net.Source;
import chat.parley.media.rtp.RtpPacket;
import chat.parley.voice.record.track.PictureTrack;
import chat.parley.voice.record.track.Piece;
import chat.parley.voice.record.track.Track;
import chat.parley.voice.record.track.VoiceTrack;
import chat.parley.voice.room.Seat;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// Records one person. Packets come on the media loop's thread, which copies them into a queue and goes on; all else is
/// done by [#work] on the recorder's. A queue that is full loses packets, not memory.
final class Tape implements Tap {
    private static final int PACKETS_MAX = 8_192;
    /// How often pictures get a key frame, so that one can seek in them.
    private static final long KEY_NANOS = 5_000_000_000L;
    private static final long WAITING_KEY_NANOS = 1_000_000_000L;

    final UserId user;
    private final Seat seat;
    private final Path folder;
    private final int part;
    private final long sinceNanos;
    private final ArrayBlockingQueue<Piece> pieces = new ArrayBlockingQueue<>(PACKETS_MAX);
    private final Map<Source, Track> tracks = new EnumMap<>(Source.class);
    private final Map<Title, Track> titles = new LinkedHashMap<>();
    private final AtomicLong lost = new AtomicLong();
    private long askedNanos = System.nanoTime();

    /// @param part counts the tapes of the recording
    /// @param sinceNanos when the recording began
    Tape(Seat seat, Path folder, int part, long sinceNanos) {
        this.user = seat.user();
        this.seat = seat;
        this.folder = folder;
        this.part = part;
        this.sinceNanos = sinceNanos;
    }

    boolean of(Seat other) {
        return seat.equals(other);
    }

    void begin() {
        seat.tap(this);
    }

    void end() {
        seat.tap(null);
    }

    @Override
    public void packet(String mid, int layer, RtpPacket packet, long number, Frame frame) {
        int at = packet.payloadAt();
        var payload = Arrays.copyOfRange(packet.bytes(), at, at + packet.payloadLength());
        var piece = new Piece(
                mid, layer, packet.ssrc(), number, packet.timestamp(), packet.marker(), payload, System.nanoTime());
        if (!pieces.offer(piece)) {
            lost.incrementAndGet();
        }
    }

    /// Writes what has come.
    void work() throws IOException {
        for (var piece = pieces.poll(); piece != null; piece = pieces.poll()) {
            var source = seat.source(piece.mid());
            var track = source == null ? null : track(source);
            if (track != null) {
                track.take(piece);
            }
        }
        long now = System.nanoTime();
        boolean waits = false;
        boolean pictures = false;
        for (var track : tracks.values()) {
            track.flush(now);
            waits |= track instanceof PictureTrack picture && picture.waits();
            pictures |= track instanceof PictureTrack;
        }
        if (pictures && now - askedNanos > (waits ? WAITING_KEY_NANOS : KEY_NANOS)) {
            askedNanos = now;
            begin();
        }
    }

    private @Nullable Track track(Source source) throws IOException {
        var known = tracks.get(source);
        if (known != null || (!source.audio() && seat.codec(source) != Codec.VP8)) {
            return known;
        }
        long now = System.nanoTime();
        var title = new Title(user, part, source.name().toLowerCase(Locale.ROOT), (now - sinceNanos) / 1_000_000);
        var path = folder.resolve(title.filename());
        var made = source.audio() ? new VoiceTrack(path, path.hashCode()) : new PictureTrack(path, now);
        titles.put(title, made);
        tracks.put(source, made);
        askedNanos = source.audio() ? askedNanos : 0;
        return made;
    }

    /// Every file with what is in it.
    Map<Title, Track> titles() {
        return titles;
    }

    long lost() {
        return lost.get();
    }

    void close() throws IOException {
        for (var track : tracks.values()) {
            track.close();
        }
    }
}
