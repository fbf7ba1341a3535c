package chat.parley.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.parley.media.codec.Codec;
import chat.parley.media.demux.Kind;
import chat.parley.media.receive.NackGenerator;
import chat.parley.media.receive.Unwrapper;
import chat.parley.media.rtp.Nack;
import chat.parley.media.rtp.Rtcp;
import chat.parley.media.rtp.RtpPacket;
import chat.parley.media.rtp.Rtx;
import chat.parley.media.wire.Bytes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A whole call on a road on which packets are lost, late by different times, overtake each other and come
/// twice, on both sides of the server.
final class WeatherTest {
    private static final int CAMERA = 2001;
    private static final int PICTURES = 1_000;
    private static final long SETTLE_MS = 2_000;

    private final RtpPacket packet = new RtpPacket();
    private final Map<Long, byte[]> kept = new HashMap<>();
    private final Map<Long, Long> sentAt = new HashMap<>();
    /// By the viewer's number which picture it was and when it came.
    private final Map<Long, Integer> seen = new HashMap<>();

    private final Map<Integer, Long> delays = new HashMap<>();
    private final NackGenerator nack = new NackGenerator();
    private final Unwrapper unwrapper = new Unwrapper();
    private long repaired = 7_000;
    private int rtxSsrc;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void jitter_reordering_and_duplicates_alone_lose_nothing(long seed) {
        var call = play(seed, 0, 30, 60, 5);
        assertEquals(PICTURES, shown(), "every picture");
        assertTrue(late(99) < 300 * Call.MS, "p99 " + late(99) / Call.MS + " ms");
        assertEquals(0, call.engine.counters().faults());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void thirty_percent_loss_at_two_hundred_milliseconds_with_jitter_is_repaired_in_time(long seed) {
        play(seed, 30, 80, 40, 2);
        assertTrue(shown() >= 0.93 * PICTURES, "pictures: " + shown());
        assertTrue(late(50) < 500 * Call.MS, "p50 " + late(50) / Call.MS + " ms");
        assertTrue(late(90) < 1_600 * Call.MS, "p90 " + late(90) / Call.MS + " ms");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void five_percent_loss_is_not_seen(long seed) {
        play(seed, 5, 30, 20, 1);
        assertTrue(shown() >= 0.999 * PICTURES, "pictures: " + shown());
        assertTrue(late(99) < 600 * Call.MS, "p99 " + late(99) / Call.MS + " ms");
    }

    private int shown() {
        return delays.size();
    }

    private long late(int percent) {
        var sorted = delays.values().stream().sorted().toList();
        return sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100));
    }

    private Call play(long seed, int lossPercent, long delayMs, long jitterMs, int duplicatePercent) {
        var call = new Call(seed);
        var camera = camera(call);
        var viewer = viewer(call);
        call.engine.publish(camera.id, "1", Codec.VP8, List.of());
        var streams = call.engine.subscribe(viewer.id, camera.id, "1", "3");
        rtxSsrc = streams.rtxSsrc();
        picture(call, camera, 0);
        call.run(20);
        call.weather(lossPercent, delayMs);
        call.storm(jitterMs, duplicatePercent);
        int[] missing = new int[64];
        for (int i = 1; i < PICTURES + SETTLE_MS / 20; i++) {
            if (i < PICTURES) {
                picture(call, camera, i);
            }
            call.run(20);
            int count = nack.due(call.now, 200 * Call.MS, missing);
            if (count > 0) {
                call.send(viewer, viewer.nack(streams.ssrc(), missing, count));
            }
            call.send(viewer, viewer.check());
            call.send(camera, camera.check());
        }
        return call;
    }

    private void picture(Call call, Peer camera, int number) {
        byte[] payload = new byte[400];
        byte[] head = {(byte) 0x90, (byte) 0xe0, 0, 0, (byte) number, 0x20, (byte) (number == 0 ? 0 : 1)};
        System.arraycopy(head, 0, payload, 0, head.length);
        Bytes.put16(payload, 2, 0x8000 | number);
        Bytes.put32(payload, 100, number);
        kept.put(7_000L + number, payload);
        sentAt.put((long) number, call.now);
        call.send(camera, camera.media(Codec.VP8, "1", "", CAMERA, 7_000 + number, payload));
    }

    private Peer camera(Call call) {
        var part = new Rtcp();
        Peer[] self = new Peer[1];
        self[0] = call.join("room", 10_001, (datagram, kind) -> {
            int clear = kind == Kind.RTCP ? self[0].in.openRtcp(datagram, 0, datagram.length) : -1;
            for (part.begin(datagram, 0, Math.max(clear, 0)); part.next(); ) {
                if (part.type() == Rtcp.TRANSPORT_FEEDBACK && part.format() == Rtcp.NACK) {
                    Nack.read(part, sequence -> repair(call, self[0], sequence));
                }
            }
        });
        return self[0];
    }

    private void repair(Call call, Peer camera, int sequence) {
        byte[] payload = kept.get((long) sequence);
        if (payload != null) {
            call.send(camera, camera.repair(Codec.VP8, "1", "", CAMERA + 1, ++repaired, sequence, payload));
        }
    }

    private Peer viewer(Call call) {
        Peer[] self = new Peer[1];
        self[0] = call.join("room", 10_002, (datagram, kind) -> {
            if (kind == Kind.RTP && self[0].open(datagram, datagram.length, packet)) {
                arrived(call);
            }
        });
        return self[0];
    }

    private void arrived(Call call) {
        boolean again = packet.ssrc() == rtxSsrc;
        long number = unwrapper.unwrap(again ? Rtx.original(packet) : packet.sequence());
        nack.arrived(number, call.now);
        int at = packet.payloadAt() + 100 + (again ? Rtx.HEADER : 0);
        int picture = Bytes.i32(packet.bytes(), at);
        var before = seen.put(number, picture);
        assertTrue(before == null || before == picture, "one number, one picture");
        delays.putIfAbsent(picture, call.now - sentAt.getOrDefault((long) picture, 0L));
    }
}
