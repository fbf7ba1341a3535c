package chat.parley.media;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.parley.media.codec.Codec;
import chat.parley.media.demux.Kind;
import chat.parley.media.rtp.Feedback;
import chat.parley.media.rtp.Report;
import chat.parley.media.rtp.RtpPacket;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class StatsTest {
    private static final int MIC = 1001;
    private static final int PACKETS = 200;
    private static final int PAYLOAD = 100;

    private final RtpPacket packet = new RtpPacket();
    private @Nullable Peer listener;
    private int heard;

    @Test
    void each_stream_is_told_with_what_came_and_what_did_not() {
        var call = new Call(3);
        var speaker = call.join("room", 10_001, (_, _) -> {});
        var ear = listener(call);
        call.engine.publish(speaker.id, "0", Codec.OPUS, List.of());
        call.engine.subscribe(ear.id, speaker.id, "0", "7");
        for (int i = 0; i < PACKETS; i++) {
            // Every tenth is lost on its way to the server.
            byte[] datagram = speaker.media(Codec.OPUS, "0", "", MIC, 7_000 + i, new byte[PAYLOAD]);
            if (i % 10 != 5) {
                call.send(speaker, datagram);
            }
            call.run(20);
        }
        var published = call.engine.stats(speaker.id, call.now).getFirst();
        assertTrue(published.published());
        assertEquals("0", published.mid());
        assertEquals(PACKETS - PACKETS / 10, published.traffic().packets());
        assertEquals(PACKETS / 10, published.trouble().lost());
        assertEquals(0.1, published.trouble().lostShare(), 0.05);
        assertTrue(published.trouble().jitterMs() < 5, "it comes evenly: " + published.trouble());
        assertEquals(50_000.0, (double) published.traffic().bitsPerSecond(), 10_000.0);

        var gets = call.engine.stats(ear.id, call.now).getFirst();
        assertEquals("7", gets.mid());
        assertEquals(0, gets.layer());
        assertEquals(heard, gets.traffic().packets());
        assertEquals((long) heard * PAYLOAD, gets.traffic().bytes());
        assertEquals(36_000.0, (double) gets.traffic().bitsPerSecond(), 6_000.0);
    }

    @Test
    void what_a_subscriber_reports_is_told() {
        var call = new Call(4);
        var speaker = call.join("room", 10_001, (_, _) -> {});
        var ear = listener(call);
        call.engine.publish(speaker.id, "1", Codec.VP8, List.of());
        int ssrc = call.engine.subscribe(ear.id, speaker.id, "1", "7").ssrc();
        byte[] bytes = new byte[1500];
        int blocks = Report.writeReceiver(bytes, 0, 5, 1);
        int length = blocks + Report.writeBlock(bytes, blocks, ssrc, 64, 33, 9_000, 900);
        length += Feedback.writePli(bytes, length, 5, ssrc);
        call.send(ear, Arrays.copyOf(bytes, ear.out.sealRtcp(bytes, 0, length)));
        call.send(ear, ear.nack(ssrc, new int[] {7, 8, 9}, 3));
        call.run(10);
        var trouble = call.engine.stats(ear.id, call.now).getFirst().trouble();
        assertEquals(new StreamStats.Trouble(33, 0.25, 10, 3, 1), trouble);
    }

    private Peer listener(Call call) {
        listener = call.join("room", 10_002, (datagram, kind) -> {
            if (kind == Kind.RTP && requireNonNull(listener).open(datagram, datagram.length, packet)) {
                heard++;
            }
        });
        return listener;
    }
}
