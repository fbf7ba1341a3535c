package chat.parley.media;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.parley.media.codec.Codec;
import chat.parley.media.demux.Kind;
import chat.parley.media.rtp.Extension;
import chat.parley.media.rtp.Feedback;
import chat.parley.media.rtp.Report;
import chat.parley.media.rtp.Rtcp;
import chat.parley.media.rtp.RtpPacket;
import chat.parley.media.wire.Bytes;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What a listener is told about time: when things were said and shown, when they were sent, and who says it. And what
/// it tells: the bandwidth that it measures itself.
final class ClockTest {
    private static final int MIC = 1001;
    private static final int CAMERA = 1002;
    /// Pictures are encoded for so long after they were seen.
    private static final long ENCODING_MS = 120;

    private final Call call = new Call(3);
    private final Peer speaker = call.join("room", 10_001, (_, _) -> {});
    private final Map<Integer, Long> lagsMs = new HashMap<>();
    private final Map<Integer, String> names = new HashMap<>();
    private final Map<Integer, Integer> clockRates = new HashMap<>();
    private final Map<Integer, Integer> reports = new HashMap<>();
    private int controls;
    private int sendTime = -1;
    private final Peer listener = listener();
    private long frame;

    @Test
    void a_voice_and_its_picture_are_told_at_one_time_however_late_the_picture_is_sent() {
        call.engine.publish(speaker.id, "0", Codec.OPUS, List.of());
        call.engine.publish(speaker.id, "1", Codec.VP8, List.of());
        int voice = call.engine
                .subscribe(listener.id, speaker.id, "0", "5", "person-1")
                .ssrc();
        int face = call.engine
                .subscribe(listener.id, speaker.id, "1", "6", "person-1")
                .ssrc();
        clockRates.put(voice, 48_000);
        clockRates.put(face, 90_000);
        for (int i = 0; i < 200; i++) {
            moment();
        }
        assertEquals("person-1", names.get(voice));
        assertEquals("person-1", names.get(face));
        long apart = Math.abs(lag(voice) - lag(face));
        assertTrue(apart <= 10, apart + " ms apart");
        int expected = Extension.absoluteSendTime(call.now);
        assertTrue(((expected - sendTime) & 0xff_ffff) < 10_000, "the time of sending is ours");
    }

    @Test
    void of_a_voice_it_is_reported_often_at_first_then_seldom_and_of_silence_never() {
        call.engine.publish(speaker.id, "0", Codec.OPUS, List.of());
        call.engine.publish(speaker.id, "1", Codec.VP8, List.of());
        int voice = call.engine.subscribe(listener.id, speaker.id, "0", "5").ssrc();
        int face = call.engine.subscribe(listener.id, speaker.id, "1", "6").ssrc();
        for (int i = 0; i < 250; i++) {
            moment();
        }
        // One more when the speaker's first report has come.
        assertTrue(reported(voice) >= 4 && reported(voice) <= 7, reports::toString);
        int atFirst = reported(voice);
        int shown = reported(face);
        for (int i = 0; i < 500; i++) {
            moment();
        }
        assertTrue(reported(voice) - atFirst >= 1 && reported(voice) - atFirst <= 3, reports::toString);
        assertTrue(reported(face) - shown >= 9 && reported(face) - shown <= 11, reports::toString);
        call.run(5_000);
        int said = controls;
        call.run(3_000);
        assertEquals(said, controls, "there is nothing to tell of");
        moment();
        call.run(1_200);
        assertTrue(controls > said, "they are still told");
    }

    @Test
    void a_receiver_that_measures_its_line_itself_is_believed() {
        call.engine.publish(speaker.id, "1", Codec.VP8, List.of());
        call.engine.subscribe(listener.id, speaker.id, "1", "6");
        remb(1_700_000);
        assertEquals(1_700_000.0, (double) call.engine.bandwidth(listener.id), 20_000);
        remb(90_000);
        assertEquals(90_000.0, (double) call.engine.bandwidth(listener.id), 2_000);
    }

    private int reported(int ssrc) {
        return reports.getOrDefault(ssrc, 0);
    }

    private long lag(int ssrc) {
        return lagsMs.getOrDefault(ssrc, Long.MIN_VALUE / 4);
    }

    private void remb(long bits) {
        byte[] bytes = new byte[200];
        int length = Feedback.writeRemb(bytes, 0, 1, 2, bits);
        call.send(listener, Arrays.copyOf(bytes, listener.out.sealRtcp(bytes, 0, length)));
        call.run(50);
    }

    /// Twenty milliseconds of the speaker's life. The timestamps say which moment it is.
    private void moment() {
        frame++;
        call.send(speaker, speaker.media(Codec.OPUS, "0", "", MIC, 7_000 + frame, new byte[] {1, 2, 3}));
        long seen = frame - ENCODING_MS / 20;
        if (seen > 0) {
            byte[] picture = {0x10, (byte) (seen == 1 ? 0 : 1), 3};
            call.send(speaker, speaker.media(Codec.VP8, "1", "", CAMERA, 7_000 + seen, picture));
        }
        if (frame % 25 == 0) {
            report(MIC, 48_000);
            report(CAMERA, 90_000);
        }
        call.run(20);
    }

    /// The speaker's clock began with its first frame, which had number 7,000.
    private void report(int ssrc, int clockRate) {
        byte[] bytes = new byte[200];
        long ntp = (frame << 32) / 50;
        int length = Report.writeSender(bytes, 0, ssrc, ntp, (7_000 + frame) * clockRate / 50, 1, 1);
        call.send(speaker, Arrays.copyOf(bytes, speaker.out.sealRtcp(bytes, 0, length)));
    }

    private Peer listener() {
        var packet = new RtpPacket();
        var part = new Rtcp();
        Peer[] self = new Peer[1];
        self[0] = call.join("room", 10_002, (datagram, kind) -> {
            if (kind == Kind.RTP && self[0].open(datagram, datagram.length, packet)) {
                sendTime = Extension.absoluteSendTime(packet);
            } else if (kind == Kind.RTCP) {
                controls++;
                int clear = self[0].in.openRtcp(datagram, 0, datagram.length);
                for (part.begin(datagram, 0, clear); part.next(); ) {
                    told(part);
                }
            }
        });
        return self[0];
    }

    private void told(Rtcp part) {
        if (part.type() == Rtcp.SENDER_REPORT) {
            reports.merge(part.ssrc(), 1, Integer::sum);
            int rate = clockRates.getOrDefault(part.ssrc(), 48_000);
            long saidMs = (part.ntp() >>> 32) * 1_000 + (((part.ntp() & 0xffff_ffffL) * 1_000) >>> 32);
            // Of which moment of the speaker's life, counted in its own numbers.
            lagsMs.put(part.ssrc(), saidMs - part.rtpTime() * 1_000 / rate);
        } else if (part.type() == Rtcp.SOURCE_DESCRIPTION) {
            byte[] bytes = part.bytes();
            int length = Bytes.u8(bytes, part.at() + 9);
            names.put(part.ssrc(), new String(bytes, part.at() + 10, length, US_ASCII));
        }
    }
}
