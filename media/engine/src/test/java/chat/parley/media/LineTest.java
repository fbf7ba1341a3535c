package chat.parley.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.parley.media.codec.Codec;
import chat.parley.media.demux.Kind;
import chat.parley.media.receive.ArrivalLog;
import chat.parley.media.rtp.Extension;
import chat.parley.media.rtp.Rtcp;
import chat.parley.media.rtp.RtpPacket;
import chat.parley.media.wire.Bytes;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A camera with three sizes (150, 500 and 1,500 kbit/s), or a screen with one (4,000 kbit/s), seen through a line that
/// changes: a bottleneck with a queue, in virtual time.
final class LineTest {
    private static final long MS = 1_000_000L;
    private static final int RESUMED_MILLIS = 5_000;
    private static final int STALL_MILLIS = 500;

    private record Arrival(long at, byte[] datagram) {}

    private record Size(String rid, int bytes, int packets) {}

    private static final List<Size> CAMERA =
            List.of(new Size("q", 375, 1), new Size("h", 1_250, 1), new Size("f", 1_250, 3));
    private static final List<Size> SCREEN = List.of(new Size("", 1_250, 8));

    private final RtpPacket packet = new RtpPacket();
    private final ArrayDeque<Arrival> queue = new ArrayDeque<>();
    private final ArrivalLog log = new ArrivalLog();
    private final boolean[] wanted = {true, true, true};
    private final long[] numbers = {7_000, 7_000, 7_000};
    private long bitsPerSecond;
    private long freeAt;
    private long stalledUntil;
    private List<Size> sizes = CAMERA;
    private int size = -1;
    private int media;
    private int ssrc;
    private int picture;
    private final Map<Integer, Long> shownAt = new HashMap<>();
    private long slowest;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void the_size_follows_the_line_down_and_up(long seed) {
        var call = new Call(seed);
        var camera = camera(call);
        var viewer = viewer(call);
        watch(call, camera, viewer);
        bitsPerSecond = 4_000_000;
        run(call, camera, viewer, 12_000);
        assertEquals(2, size, "a good line is found within seconds");
        bitsPerSecond = 900_000;
        run(call, camera, viewer, 15_000);
        assertTrue(size <= 1, "a worse one is respected: " + size);
        run(call, camera, viewer, 30_000);
        assertTrue(size == 0 || size == 1, "and used: " + size);
        assertTrue(freeAt - call.now < 300 * MS, "its queue is short");
        bitsPerSecond = 4_000_000;
        run(call, camera, viewer, 40_000);
        assertEquals(2, size, "and it recovers");
    }

    @ParameterizedTest
    @ValueSource(longs = {6, 7})
    void what_does_not_fit_at_all_is_paused_and_comes_back(long seed) {
        var call = new Call(seed);
        var camera = camera(call);
        var viewer = viewer(call);
        watch(call, camera, viewer);
        bitsPerSecond = 3_000_000;
        run(call, camera, viewer, 10_000);
        bitsPerSecond = 60_000;
        run(call, camera, viewer, 30_000);
        assertTrue(call.events.contains(new Output.Event.Paused(viewer.id, ssrc, true)));
        bitsPerSecond = 3_000_000;
        run(call, camera, viewer, 60_000);
        assertTrue(call.events.contains(new Output.Event.Paused(viewer.id, ssrc, false)));
        int before = media;
        run(call, camera, viewer, 1_000);
        assertTrue(media > before + 20, "pictures come again");
    }

    @ParameterizedTest
    @ValueSource(longs = {8, 9, 10, 11, 12})
    void a_screen_goes_on_when_packets_are_only_late_for_moments(long seed) {
        var call = new Call(seed);
        var sharer = camera(call);
        var viewer = viewer(call);
        sizes = SCREEN;
        watch(call, sharer, viewer);
        bitsPerSecond = 20_000_000;
        var random = new Random(seed);
        for (int second = 0; second < 60; second++) {
            run(call, sharer, viewer, 500 + random.nextInt(500));
            stalledUntil = call.now + (10 + random.nextInt(STALL_MILLIS)) * MS;
        }
        run(call, sharer, viewer, 1_000);
        assertTrue(slowest < (STALL_MILLIS + 50) * MS, "nothing piles up: " + slowest / MS + " ms");
        assertEquals(List.of(), pauses(call), "nothing was in the way but a busy computer");
        assertEquals(8 * picture, media, "packets");
    }

    @ParameterizedTest
    @ValueSource(longs = {13, 14, 15, 16, 17})
    void a_screen_that_does_not_fit_leaves_room_soon_and_is_back_soon_after_it_fits(long seed) {
        var call = new Call(seed);
        var sharer = camera(call);
        var viewer = viewer(call);
        sizes = SCREEN;
        watch(call, sharer, viewer);
        bitsPerSecond = 10_000_000;
        run(call, sharer, viewer, 10_000);
        for (int time = 0; time < 3; time++) {
            bitsPerSecond = 300_000;
            run(call, sharer, viewer, 2_000);
            assertEquals(time + 1, pauses(call).size(), "paused");
            int before = media;
            run(call, sharer, viewer, 3_000);
            assertEquals(before, media, "its queue has run dry");
            bitsPerSecond = 10_000_000;
            run(call, sharer, viewer, RESUMED_MILLIS);
            assertTrue(media > before + 25, "pictures again: " + (media - before));
            run(call, sharer, viewer, 30_000 - RESUMED_MILLIS);
            assertEquals(time + 1, pauses(call).size(), "and for good");
        }
    }

    private void watch(Call call, Peer camera, Peer viewer) {
        var rids = sizes.stream().map(Size::rid).filter(it -> !it.isEmpty()).toList();
        call.engine.publish(camera.id, "1", Codec.VP8, rids);
        ssrc = call.engine.subscribe(viewer.id, camera.id, "1", "3").ssrc();
    }

    private static List<Output.Event> pauses(Call call) {
        return call.events.stream()
                .filter(it -> it instanceof Output.Event.Paused pause && pause.paused())
                .toList();
    }

    private Peer camera(Call call) {
        var part = new Rtcp();
        Peer[] self = new Peer[1];
        self[0] = call.join("room", 10_001, (datagram, kind) -> {
            int clear = kind == Kind.RTCP ? self[0].in.openRtcp(datagram, 0, datagram.length) : -1;
            for (part.begin(datagram, 0, Math.max(clear, 0)); part.next(); ) {
                if (part.type() == Rtcp.PAYLOAD_FEEDBACK && part.format() == Rtcp.PLI) {
                    wanted[part.mediaSsrc() - 2001] = true;
                }
            }
        });
        return self[0];
    }

    private Peer viewer(Call call) {
        return call.join("room", 10_002, (datagram, kind) -> {
            // A queue of at most 400 ms stands before the viewer.
            if (kind == Kind.RTP && freeAt - call.now < 400 * MS) {
                freeAt = Math.max(freeAt, call.now) + datagram.length * 8_000_000_000L / bitsPerSecond;
                queue.add(new Arrival(freeAt, datagram));
            }
        });
    }

    private void run(Call call, Peer camera, Peer viewer, int millis) {
        byte[] bytes = new byte[1500];
        for (int ms = 0; ms < millis; ms++) {
            if (ms % 20 == 0) {
                picture(call, camera);
            }
            call.run(1);
            while (!queue.isEmpty() && Math.max(queue.element().at(), stalledUntil) <= call.now) {
                arrive(viewer, queue.remove().datagram(), call.now);
            }
            int length = ms % 50 == 0 ? log.write(bytes, 0, 1, 2) : 0;
            if (length > 0) {
                call.send(viewer, Arrays.copyOf(bytes, viewer.out.sealRtcp(bytes, 0, length)));
            }
            if (ms % 5_000 == 0) {
                call.send(viewer, viewer.check());
                call.send(camera, camera.check());
            }
        }
    }

    private void arrive(Peer viewer, byte[] datagram, long now) {
        if (viewer.open(datagram, datagram.length, packet)) {
            log.arrived(Extension.transportSequence(packet), now);
            if (packet.ssrc() == ssrc) {
                int at = packet.payloadAt();
                size = packet.bytes()[at + 7];
                long shown = shownAt.getOrDefault(Bytes.u16(packet.bytes(), at + 2) & 0x7fff, now);
                slowest = Math.max(slowest, now - shown);
                media++;
            }
        }
    }

    private void picture(Call call, Peer camera) {
        picture++;
        shownAt.put(picture & 0x7fff, call.now);
        for (int layer = 0; layer < sizes.size(); layer++) {
            var sent = sizes.get(layer);
            for (int i = 0; i < sent.packets(); i++) {
                byte[] payload = new byte[sent.bytes()];
                boolean first = i == 0;
                byte[] head = {
                    (byte) (first ? 0x90 : 0x80),
                    (byte) 0xf0,
                    (byte) (0x80 | (picture >> 8 & 0x7f)),
                    (byte) picture,
                    (byte) picture,
                    3,
                    (byte) (wanted[layer] && first ? 0 : 1),
                    (byte) layer
                };
                System.arraycopy(head, 0, payload, 0, head.length);
                long number = ++numbers[layer];
                call.send(camera, camera.media(Codec.VP8, "1", sent.rid(), 2001 + layer, number, payload));
            }
            wanted[layer] = false;
        }
    }
}
