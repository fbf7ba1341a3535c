package chat.parley.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.parley.media.codec.Codec;
import chat.parley.media.demux.Kind;
import chat.parley.media.srtp.PacketIn;
import chat.parley.media.srtp.PacketOut;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// An error of ours that one participant meets ends that participant, and the others do not lose a packet.
final class IsolationTest {
    private static final int MIC = 1001;

    /// Fails at everything.
    private static final class Broken implements PacketIn, PacketOut {
        @Override
        public int openRtp(byte[] bytes, int at, int length) {
            throw new IllegalStateException("broken");
        }

        @Override
        public int openRtcp(byte[] bytes, int at, int length) {
            throw new IllegalStateException("broken");
        }

        @Override
        public int sealRtp(byte[] bytes, int at, int length, long index) {
            throw new IllegalStateException("broken");
        }

        @Override
        public int sealRtcp(byte[] bytes, int at, int length) {
            throw new IllegalStateException("broken");
        }

        @Override
        public void close() {
            throw new IllegalStateException("broken");
        }
    }

    private final Call call = new Call(5);
    private final Map<Integer, Integer> heard = new HashMap<>();
    private final Peer speaker = member(10_001);
    private final Peer unlucky = member(10_002);
    private final Peer lucky = member(10_003);
    private long number = 7_000;

    @Test
    void a_subscriber_who_breaks_is_lost_and_the_others_hear_every_word() {
        subscribe();
        say(20);
        call.engine.participant(unlucky.id).out = new Broken();
        say(80);
        assertEquals(100, heard.get(10_003));
        assertEquals(20, heard.get(10_002));
        goneIsOnly(unlucky);
    }

    @Test
    void a_publisher_who_breaks_is_lost_and_the_others_go_on() {
        subscribe();
        call.engine.participant(unlucky.id).in = new Broken();
        for (int i = 0; i < 40; i++) {
            call.send(unlucky, unlucky.media(Codec.OPUS, "0", "", MIC + 1, 7_000 + i, new byte[] {1}));
            say(1);
        }
        assertEquals(40, heard.get(10_003));
        goneIsOnly(unlucky);
    }

    private void goneIsOnly(Peer gone) {
        assertTrue(call.events.contains(new Output.Event.Lost(gone.id)));
        for (var other : List.of(speaker, lucky)) {
            assertFalse(call.events.contains(new Output.Event.Lost(other.id)));
            assertEquals(other.id, call.engine.participantAt(other.address));
        }
        assertEquals(0, call.engine.participantAt(gone.address));
        assertTrue(call.engine.counters().faults() > 0);
    }

    private void subscribe() {
        call.engine.publish(speaker.id, "0", Codec.OPUS, List.of());
        call.engine.publish(unlucky.id, "0", Codec.OPUS, List.of());
        for (var it : List.of(unlucky, lucky)) {
            call.engine.subscribe(it.id, speaker.id, "0", "7");
        }
    }

    private void say(int words) {
        for (int i = 0; i < words; i++) {
            call.send(speaker, speaker.media(Codec.OPUS, "0", "", MIC, ++number, new byte[] {1, 2, 3}));
            call.run(20);
        }
    }

    private Peer member(int port) {
        return call.join("room", port, (_, kind) -> heard.merge(port, kind == Kind.RTP ? 1 : 0, Integer::sum));
    }
}
