package chat.parley.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.parley.media.codec.Codec;
import chat.parley.media.demux.Kind;
import chat.parley.media.rtp.Rtcp;
import chat.parley.media.rtp.TransportFeedback;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// A browser estimates its line by what it is told of its packets: a voice need not be told at each of them, a picture
/// and a probe soon.
final class ArrivalsToldTest {
    private static final int SECONDS = 4;

    private final Call call = new Call(5);
    private final List<Long> toldAt = new ArrayList<>();
    private final Set<Integer> told = new TreeSet<>();
    private final Peer sender = call.join("room", 10_001, this::hear);
    private int sent;

    @Test
    void of_a_voice_ten_times_a_second() {
        call.engine.publish(sender.id, "0", Codec.OPUS, List.of());
        send(Codec.OPUS, 20, 1);
        assertEquals(sent, told.size(), "all is told");
        assertTrue(toldAt.size() >= 9 * SECONDS && toldAt.size() <= 12 * SECONDS, toldAt.toString());
        assertTrue(longest() <= 150 * Call.MS, "longest time untold: " + longest());
    }

    @Test
    void of_pictures_at_the_next_tick_once_ten_packets_came() {
        call.engine.publish(sender.id, "0", Codec.VP8, List.of());
        send(Codec.VP8, 33, 8);
        assertEquals(sent, told.size(), "all is told");
        assertTrue(longest() <= 80 * Call.MS, "longest time untold: " + longest());
    }

    @Test
    void a_probe_behind_silence_has_its_answer_at_the_next_tick() {
        call.engine.publish(sender.id, "0", Codec.VP8, List.of());
        send(Codec.VP8, 20, 1);
        toldAt.clear();
        burst(Codec.VP8, 16);
        long at = call.now;
        call.run(30);
        assertTrue(!toldAt.isEmpty() && toldAt.getFirst() - at <= 27 * Call.MS, toldAt + " after " + at);
    }

    /// Bursts for some seconds, and then the time that the last needs to be told.
    private void send(Codec codec, int everyMillis, int packets) {
        for (int i = 0; i < SECONDS * 1_000 / everyMillis; i++) {
            burst(codec, packets);
            call.run(everyMillis);
        }
        call.run(150);
    }

    private void burst(Codec codec, int packets) {
        for (int i = 0; i < packets; i++) {
            // A byte that begins a picture of VP8, which means nothing in a voice.
            call.send(sender, sender.media(codec, "0", "", 1001, 7_000 + sent++, new byte[] {0x10, 0, 0, 0}));
        }
    }

    private long longest() {
        long longest = 0;
        for (int i = 1; i < toldAt.size(); i++) {
            longest = Math.max(longest, toldAt.get(i) - toldAt.get(i - 1));
        }
        return longest;
    }

    private void hear(byte[] datagram, Kind kind) {
        if (kind != Kind.RTCP) {
            return;
        }
        byte[] bytes = Arrays.copyOf(datagram, datagram.length);
        var part = new Rtcp();
        part.begin(bytes, 0, sender.in.openRtcp(bytes, 0, bytes.length));
        while (part.next()) {
            if (part.type() == Rtcp.TRANSPORT_FEEDBACK && part.format() == Rtcp.TRANSPORT_WIDE) {
                toldAt.add(call.now);
                TransportFeedback.read(part, (sequence, at) -> told.add(at < 0 ? -1 : sequence));
            }
        }
    }
}
