package chat.parley.media;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import chat.parley.media.codec.Codec;
import chat.parley.media.codec.Vp8Descriptor;
import chat.parley.media.demux.Kind;
import chat.parley.media.receive.ArrivalLog;
import chat.parley.media.receive.NackGenerator;
import chat.parley.media.receive.Unwrapper;
import chat.parley.media.rtp.Extension;
import chat.parley.media.rtp.Nack;
import chat.parley.media.rtp.Rtcp;
import chat.parley.media.rtp.RtpPacket;
import chat.parley.media.rtp.Rtx;
import chat.parley.media.srtp.Crypto;
import chat.parley.media.testing.Garbage;
import chat.parley.media.testing.Hostile;
import chat.parley.media.wire.Address;
import chat.parley.media.wire.Bytes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Whole calls in virtual time.
final class EngineTest {
    private static final int MIC = 1000;
    private static final int[] CAMERA = {2001, 2002, 2003};
    private static final List<String> RIDS = List.of("q", "h", "f");

    private final RtpPacket packet = new RtpPacket();
    private @Nullable Peer listener;

    @Test
    void a_voice_is_heard_by_those_who_subscribed() {
        var call = new Call(1);
        var heard = new ArrayList<String>();
        var speaker = call.join("room", 10_001, (_, _) -> {});
        listener = call.join("room", 10_002, (datagram, kind) -> {
            if (kind == Kind.RTP && requireNonNull(listener).open(datagram, datagram.length, packet)) {
                heard.add(packet.sequence() + " " + Extension.MID.text(packet) + " " + Extension.audioLevel(packet)
                        + " " + packet.bytes()[packet.payloadAt()]);
            }
        });
        call.engine.publish(speaker.id, "0", Codec.OPUS, List.of());
        call.engine.subscribe(listener.id, speaker.id, "0", "7");
        for (int i = 0; i < 50; i++) {
            call.send(speaker, speaker.media(Codec.OPUS, "0", "", MIC, 7_000 + i, new byte[] {(byte) i, 1, 2}));
            call.run(20);
        }
        assertEquals(50, heard.size());
        int first = Integer.parseInt(heard.getFirst().split(" ", 2)[0]);
        for (int i = 0; i < 50; i++) {
            assertEquals((first + i & 0xffff) + " 7 30 " + i, heard.get(i));
        }
        assertTrue(call.events.contains(new Output.Event.Reached(speaker.id)));
        assertTrue(call.events.contains(new Output.Event.Began(speaker.id, "0")));
    }

    @Test
    void a_camera_changes_its_size_without_a_trace_in_the_numbers() {
        var call = new Call(2);
        var camera = new Camera(call);
        var seen = new ArrayList<int[]>();
        var descriptor = new Vp8Descriptor();
        listener = call.join("room", 10_002, (datagram, kind) -> {
            if (kind == Kind.RTP && requireNonNull(listener).open(datagram, datagram.length, packet)) {
                assertTrue(descriptor.read(packet.bytes(), packet.payloadAt(), packet.payloadLength()));
                int layer = packet.bytes()[packet.payloadAt() + descriptor.length() + 1];
                seen.add(new int[] {packet.sequence(), descriptor.pictureId(), layer, (int) packet.timestamp()});
            }
        });
        int ssrc = call.engine.subscribe(listener.id, camera.peer.id, "1", "3").ssrc();
        for (int wish : new int[] {0, 2, 1, 2, 0, 2}) {
            call.engine.prefer(listener.id, ssrc, wish, 9);
            for (int i = 0; i < 60; i++) {
                camera.picture();
                call.run(20);
            }
            assertEquals(wish, seen.getLast()[2]);
        }
        for (int i = 1; i < seen.size(); i++) {
            assertEquals(1, seen.get(i)[0] - seen.get(i - 1)[0] & 0xffff, "sequence numbers");
            assertEquals(1, seen.get(i)[1] - seen.get(i - 1)[1] & 0x7fff, "picture ids");
            int step = seen.get(i)[3] - seen.get(i - 1)[3];
            assertTrue(step > 0 && step < 20_000, "timestamps: " + step);
        }
        assertTrue(seen.size() > 300);
        assertTrue(camera.keyframes < 20, "key frames are asked for only when needed: " + camera.keyframes);
        call.engine.prefer(listener.id, ssrc, -1, 0);
        int before = seen.size();
        camera.picture();
        call.run(20);
        assertEquals(before, seen.size(), "paused");
    }

    /// 30 % of everything is lost and a round trip takes 200 ms, on both sides of the server.
    @Test
    void a_call_through_bad_weather_is_repaired() {
        var call = new Call(3);
        var camera = new Camera(call);
        var nack = new NackGenerator();
        var unwrapper = new Unwrapper();
        Map<Long, Integer> seen = new HashMap<>();
        int[] ssrcs = new int[2];
        listener = call.join("room", 10_002, (datagram, kind) -> {
            if (kind != Kind.RTP || !requireNonNull(listener).open(datagram, datagram.length, packet)) {
                return;
            }
            int sequence = packet.ssrc() == ssrcs[1] ? Rtx.original(packet) : packet.sequence();
            long number = unwrapper.unwrap(sequence);
            nack.arrived(number, call.now);
            int at = packet.payloadAt() + packet.payloadLength() - 4;
            var before = seen.put(number, Bytes.i32(packet.bytes(), at));
            assertTrue(before == null || before == Bytes.i32(packet.bytes(), at), "the same packet again");
        });
        var streams = call.engine.subscribe(listener.id, camera.peer.id, "1", "3");
        ssrcs[0] = streams.ssrc();
        ssrcs[1] = streams.rtxSsrc();
        call.engine.prefer(listener.id, streams.ssrc(), 0, 9);
        camera.picture();
        call.run(20);
        camera.picture();
        call.run(40);
        call.weather(30, 100);
        int[] missing = new int[64];
        for (int i = 0; i < 1_500; i++) {
            if (i < 1_200) {
                camera.picture();
            }
            call.run(20);
            int count = nack.due(call.now, 200 * Call.MS, missing);
            if (count > 0) {
                call.send(listener, listener.nack(ssrcs[0], missing, count));
            }
            call.send(listener, listener.check());
            call.send(camera.peer, camera.peer.check());
        }
        long first = seen.keySet().stream().mapToLong(it -> it).min().orElseThrow();
        long last = seen.keySet().stream().mapToLong(it -> it).max().orElseThrow();
        assertTrue(seen.size() > 900, "pictures: " + seen.size());
        assertTrue(seen.size() >= 0.93 * (last - first + 1), seen.size() + " of " + (last - first + 1));
        assertTrue(call.engine.counters().resent() > 100);
    }

    @Test
    void strangers_change_nothing_and_are_counted() {
        var call = new Call(4);
        var speaker = call.join("room", 10_001, (_, _) -> {});
        call.engine.publish(speaker.id, "0", Codec.OPUS, List.of());
        byte[] good = speaker.media(Codec.OPUS, "0", "", MIC, 7_000, new byte[20]);
        var elsewhere = Address.v4(9, 9);
        call.engine.handle(good.clone(), 0, good.length, elsewhere, call.now);
        assertEquals(1, call.engine.counters().strangers());
        byte[] forged = good.clone();
        forged[30] ^= 1;
        call.send(speaker, forged);
        call.send(speaker, good.clone());
        call.send(speaker, good.clone());
        call.send(speaker, speaker.media(Codec.OPUS, "9", "", 77, 1, new byte[20]));
        call.run(10);
        var counters = call.engine.counters();
        assertEquals(1, counters.forged());
        assertEquals(1, counters.replayed());
        assertEquals(1, counters.unbound());
        assertEquals(2, counters.received());
        var random = new Random(5);
        Hostile.feed(
                6,
                (bytes, offset, length) -> call.engine.handle(
                        bytes.clone(), offset, length, random.nextBoolean() ? speaker.address : elsewhere, call.now),
                good,
                speaker.check());
        assertTrue(counters.forged() > 100 && counters.strangers() > 100 && counters.unknown() > 100);
        assertEquals(2, counters.received(), "nothing of it was believed");
    }

    @Test
    void who_is_silent_for_thirty_seconds_is_lost_and_gets_nothing_more() {
        var call = new Call(7);
        int[] heard = {0};
        var speaker = call.join("room", 10_001, (_, _) -> {});
        var quiet = call.join("room", 10_002, (_, kind) -> heard[0] += kind == Kind.RTP ? 1 : 0);
        call.engine.publish(speaker.id, "0", Codec.OPUS, List.of());
        call.engine.subscribe(quiet.id, speaker.id, "0", "7");
        for (int i = 0; i < 350; i++) {
            call.send(speaker, speaker.check());
            call.send(speaker, speaker.media(Codec.OPUS, "0", "", MIC, 7_000 + i, new byte[20]));
            call.run(100);
        }
        assertTrue(call.events.contains(new Output.Event.Lost(quiet.id)));
        assertFalse(call.events.contains(new Output.Event.Lost(speaker.id)));
        assertEquals(300, heard[0], 5);
        assertThrows(IllegalArgumentException.class, () -> call.engine.publish(quiet.id, "0", Codec.OPUS, List.of()));
    }

    @Test
    void nobody_hears_another_room_nor_what_was_taken_back() {
        var call = new Call(8);
        int[] heard = {0};
        var speaker = call.join("one", 10_001, (_, _) -> {});
        var other = call.join("two", 10_002, (_, _) -> {});
        var member = call.join("one", 10_003, (_, kind) -> heard[0] += kind == Kind.RTP ? 1 : 0);
        call.engine.publish(speaker.id, "0", Codec.OPUS, List.of());
        assertThrows(IllegalArgumentException.class, () -> call.engine.subscribe(other.id, speaker.id, "0", "7"));
        int ssrc = call.engine.subscribe(member.id, speaker.id, "0", "7").ssrc();
        call.send(speaker, speaker.media(Codec.OPUS, "0", "", MIC, 7_000, new byte[20]));
        call.run(10);
        assertEquals(1, heard[0]);
        call.engine.unsubscribe(member.id, ssrc);
        call.send(speaker, speaker.media(Codec.OPUS, "0", "", MIC, 7_001, new byte[20]));
        call.run(10);
        assertEquals(1, heard[0]);
        call.engine.leave(speaker.id);
        call.send(speaker, speaker.media(Codec.OPUS, "0", "", MIC, 7_002, new byte[20]));
        call.run(10);
        assertEquals(1, call.engine.counters().strangers());
    }

    @Test
    void forwarding_to_ten_subscribers_allocates_nothing() {
        assumeTrue(Crypto.best().accelerated(), "this host has no libcrypto");
        var call = new Call(9);
        var speaker = call.join("room", 10_001, (_, _) -> {});
        call.engine.publish(speaker.id, "0", Codec.OPUS, List.of());
        for (int i = 0; i < 10; i++) {
            var member = call.join("room", 10_100 + i, (_, _) -> {});
            call.engine.subscribe(member.id, speaker.id, "0", "7");
        }
        byte[][] packets = new byte[100_000][];
        for (int i = 0; i < packets.length; i++) {
            packets[i] = speaker.media(Codec.OPUS, "0", "", MIC, 7_000 + i, new byte[100]);
        }
        int[] next = {0};
        int[] sent = {0};
        double garbage = Garbage.perCall(() -> {
            byte[] datagram = packets[next[0]++];
            call.engine.handle(datagram, 0, datagram.length, speaker.address, call.now);
            while (call.engine.poll() instanceof Output.Transmit) {
                sent[0]++;
            }
        });
        assertTrue(sent[0] >= 10 * next[0], sent[0] + " for " + next[0]);
        assertTrue(garbage < 1, garbage + " bytes a packet");
    }

    @Test
    void the_estimate_of_a_line_follows_the_feedback_of_who_is_at_its_end() {
        var call = new Call(11);
        var log = new ArrivalLog();
        var speaker = call.join("room", 10_001, (_, _) -> {});
        listener = call.join("room", 10_002, (datagram, kind) -> {
            if (kind == Kind.RTP && requireNonNull(listener).open(datagram, datagram.length, packet)) {
                log.arrived(Extension.transportSequence(packet), call.now);
            }
        });
        call.engine.publish(speaker.id, "0", Codec.OPUS, List.of());
        call.engine.subscribe(listener.id, speaker.id, "0", "7");
        long before = call.engine.bandwidth(listener.id);
        byte[] bytes = new byte[1500];
        for (int i = 0; i < 2_000; i++) {
            call.send(speaker, speaker.media(Codec.OPUS, "0", "", MIC, 7_000 + i, new byte[1_000]));
            call.run(5);
            int length = i % 20 == 0 ? log.write(bytes, 0, 1, 2) : 0;
            if (length > 0) {
                call.send(listener, Arrays.copyOf(bytes, listener.out.sealRtcp(bytes, 0, length)));
            }
        }
        assertTrue(call.engine.bandwidth(listener.id) > 1.5 * before, "" + call.engine.bandwidth(listener.id));
        assertEquals(before, call.engine.bandwidth(speaker.id), "nobody spoke of that line");
    }

    @Test
    void handshakes_pass_through() {
        var call = new Call(10);
        var answers = new ArrayList<byte[]>();
        var peer = call.join("room", 10_001, (datagram, kind) -> {
            if (kind == Kind.DTLS) {
                answers.add(datagram);
            }
        });
        byte[] hello = new byte[40];
        hello[0] = 22;
        call.send(peer, hello);
        call.run(5);
        var handshake = call.events.stream()
                .filter(it -> it instanceof Output.Event.Handshake)
                .map(it -> (Output.Event.Handshake) it)
                .findFirst()
                .orElseThrow();
        assertArrayEquals(hello, handshake.message());
        call.engine.send(peer.id, hello);
        call.run(5);
        assertEquals(1, answers.size());
    }

    /// A camera with three layers that makes a key frame when it is asked.
    private static final class Camera {
        final Peer peer;
        int keyframes;
        private final Call call;
        private final boolean[] wanted = {true, true, true};
        private final int[] pictures = {7, 900, 32_000};
        private final Map<Long, byte[]> kept = new HashMap<>();
        private long number = 7_000;
        private long repaired = 7_000;

        Camera(Call call) {
            this.call = call;
            var part = new Rtcp();
            Peer[] self = new Peer[1];
            self[0] = call.join("room", 10_001, (datagram, kind) -> {
                int clear = kind == Kind.RTCP ? self[0].in.openRtcp(datagram, 0, datagram.length) : -1;
                for (part.begin(datagram, 0, Math.max(clear, 0)); part.next(); ) {
                    answer(part);
                }
            });
            peer = self[0];
            call.engine.publish(peer.id, "1", Codec.VP8, RIDS);
        }

        private void answer(Rtcp part) {
            int layer = part.mediaSsrc() - CAMERA[0];
            if (part.type() == Rtcp.PAYLOAD_FEEDBACK && part.format() == Rtcp.PLI) {
                wanted[layer] = true;
            }
            if (part.type() == Rtcp.TRANSPORT_FEEDBACK && part.format() == Rtcp.NACK) {
                Nack.read(part, sequence -> repair(layer, number + (short) (sequence - (int) number)));
            }
        }

        private void repair(int layer, long missing) {
            byte[] payload = kept.get(missing * CAMERA.length + layer);
            if (payload != null) {
                int ssrc = CAMERA[layer] + 1000;
                call.send(peer, peer.repair(Codec.VP8, "1", RIDS.get(layer), ssrc, ++repaired, missing, payload));
            }
        }

        void picture() {
            number++;
            for (int layer = 0; layer < CAMERA.length; layer++) {
                byte[] payload = new byte[300];
                int tl0 = (int) number & 0xff;
                byte[] head = {
                    (byte) 0x90, (byte) 0xf0, 0, 0, (byte) tl0, 3, (byte) (wanted[layer] ? 0 : 1), (byte) layer
                };
                System.arraycopy(head, 0, payload, 0, head.length);
                Bytes.put16(payload, 2, 0x8000 | (pictures[layer]++ & 0x7fff));
                Bytes.put32(payload, payload.length - 4, number);
                keyframes += wanted[layer] ? 1 : 0;
                wanted[layer] = false;
                kept.put(number * CAMERA.length + layer, payload);
                call.send(peer, peer.media(Codec.VP8, "1", RIDS.get(layer), CAMERA[layer], number, payload));
            }
        }
    }
}
