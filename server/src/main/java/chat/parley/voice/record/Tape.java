package chat.parley.voice.record;

import chat.parley.base.id.EntityId;
import chat.parley.base.id.UserId;
import chat.parley.media.Tap;
import chat.parley.media.codec.Codec;
import chat.parley.media.codec.Frame;
import chat.parley.media.net.Source;
import chat.parley.media.rtp.Red;
import chat.parley.media.rtp.RtpPacket;
import chat.parley.voice.record.frame.Frames;
import chat.parley.voice.record.track.PictureTrack;
import chat.parley.voice.record.track.Piece;
import chat.parley.voice.record.track.Track;
import chat.parley.voice.record.track.VoiceTrack;
import chat.parley.voice.room.Seat;
import java.io.IOException;
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
    private final Archive archive;
    private final EntityId recording;
    private final int part;
    private final long sinceNanos;
    private final ArrayBlockingQueue<Piece> pieces = new ArrayBlockingQueue<>(PACKETS_MAX);
    private final Map<Source, Title> running = new EnumMap<>(Source.class);
    private final Map<Title, Track> titles = new LinkedHashMap<>();
    private final AtomicLong lost = new AtomicLong();
    private long askedNanos = System.nanoTime();

    /// @param part counts the tapes of the recording
    /// @param sinceNanos when the recording began
    Tape(Seat seat, Archive archive, EntityId recording, int part, long sinceNanos) {
        this.user = seat.user();
        this.seat = seat;
        this.archive = archive;
        this.recording = recording;
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
        var codec = Codec.ofPayloadType(packet.payloadType());
        // Of RED the newest voice alone: what was lost before it becomes silence.
        int at = codec == Codec.RED ? Red.primaryAt(packet) : packet.payloadAt();
        var source = seat.source(mid);
        if (codec == null || source == null || at < 0) {
            return;
        }
        var payload = Arrays.copyOfRange(packet.bytes(), at, packet.payloadAt() + packet.payloadLength());
        var piece = new Piece(
                codec == Codec.RED ? Codec.OPUS : codec,
                source,
                layer,
                packet.ssrc(),
                number,
                packet.timestamp(),
                packet.marker(),
                payload,
                System.nanoTime());
        if (!pieces.offer(piece)) {
            lost.incrementAndGet();
        }
    }

    /// Writes what has come.
    void work() throws IOException {
        for (var piece = pieces.poll(); piece != null; piece = pieces.poll()) {
            var track = track(piece.source(), piece);
            if (track != null) {
                track.take(piece);
            }
        }
        long now = System.nanoTime();
        boolean waits = false;
        boolean pictures = false;
        for (var title : running.values()) {
            var track = titles.get(title);
            if (track != null) {
                track.flush(now);
            }
            waits |= track instanceof PictureTrack picture && picture.waits();
            pictures |= track instanceof PictureTrack;
        }
        if (pictures && now - askedNanos > (waits ? WAITING_KEY_NANOS : KEY_NANOS)) {
            askedNanos = now;
            begin();
        }
    }

    /// Who sends the same in another codec begins another file.
    private @Nullable Track track(Source source, Piece first) throws IOException {
        var codec = first.codec();
        var title = running.get(source);
        if (title != null && title.codec() == codec) {
            return titles.get(title);
        }
        var frames = Frames.of(codec);
        if (codec.audio != source.audio() || (frames == null && !source.audio())) {
            return null;
        }
        var before = title == null ? null : titles.get(title);
        if (before != null) {
            before.close();
        }
        long offsetMs = Math.max(0, first.nanos() - sinceNanos) / 1_000_000;
        title = new Title(user, part, source.name().toLowerCase(Locale.ROOT), offsetMs, codec);
        var made = made(title, frames, first.nanos());
        titles.put(title, made);
        running.put(source, title);
        askedNanos = source.audio() ? askedNanos : 0;
        return made;
    }

    private Track made(Title title, @Nullable Frames frames, long began) throws IOException {
        return frames == null
                ? new VoiceTrack(archive.write(recording, title), title.hashCode())
                : new PictureTrack(() -> archive.write(recording, title), frames, began);
    }

    /// Every file with what is in it.
    Map<Title, Track> titles() {
        return titles;
    }

    long lost() {
        return lost.get();
    }

    void close() throws IOException {
        for (var title : running.values()) {
            var track = titles.get(title);
            if (track != null) {
                track.close();
            }
        }
    }
}
