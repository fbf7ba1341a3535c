package chat.parley.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.parley.media.codec.Codec;
import chat.parley.media.demux.Kind;
import chat.parley.media.rtp.RtpPacket;
import chat.parley.media.rtp.RtpWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What is not sent on purpose is no loss to those who get the rest: their numbers go on without a gap.
final class GapTest {
    private static final int MIC = 1001;
    private static final int CAMERA = 1002;
    /// Of ULPFEC and FlexFEC in Chromium's own offers.
    private static final int FEC = 118;

    private final Call call = new Call(11);
    private final Peer speaker = call.join("room", 10_001, (_, _) -> {});
    private final List<Integer> sequences = new ArrayList<>();
    private final List<byte[]> payloads = new ArrayList<>();
    private final Peer listener = listener();
    private long number = 7_000;

    @Test
    void a_voice_that_was_muted_for_a_while() {
        hear();
        say(5);
        call.engine.mute(speaker.id, "0", true);
        say(40);
        call.engine.mute(speaker.id, "0", false);
        say(5);
        contiguous(10);
    }

    @Test
    void somebody_who_was_deaf_for_a_while() {
        hear();
        say(5);
        call.engine.deafen(listener.id, true);
        say(40);
        call.engine.deafen(listener.id, false);
        say(5);
        contiguous(10);
    }

    @Test
    void a_voice_that_gives_way_to_louder_ones_and_speaks_again() {
        hear();
        say(5);
        var others = new ArrayList<Peer>();
        for (int i = 0; i < 5; i++) {
            others.add(call.join("room", 10_100 + i, (_, _) -> {}));
            call.engine.publish(others.get(i).id, "0", Codec.OPUS, List.of());
        }
        for (int round = 0; round < 50; round++) {
            for (int i = 0; i < 5; i++) {
                call.send(others.get(i), voice(others.get(i), 2_000 + i, 100 + round, 5));
            }
            call.send(speaker, voice(speaker, MIC, ++number, 80));
            call.run(20);
        }
        assertTrue(call.engine.counters().gated() > 20, "it was left out");
        int before = sequences.size();
        for (int i = 0; i < 30; i++) {
            call.send(speaker, voice(speaker, MIC, ++number, 1));
            call.run(20);
        }
        assertTrue(sequences.size() > before + 10, "and comes back");
        contiguous(sequences.size());
    }

    @Test
    void what_is_lost_on_its_way_to_us_is_still_a_gap() {
        hear();
        say(3);
        number += 2;
        say(3);
        assertEquals(6, sequences.size());
        assertEquals(7, (short) (sequences.getLast() - sequences.getFirst()), "two may still come");
    }

    @Test
    void padding_between_pictures() {
        watch();
        for (int i = 0; i < 20; i++) {
            show(i == 0);
            call.send(speaker, padding());
            call.run(5);
        }
        contiguous(20);
        assertEquals(20, call.engine.counters().useless());
        assertEquals(
                0, call.engine.stats(speaker.id, call.now).getFirst().trouble().lost());
    }

    @Test
    void error_correction_that_nobody_agreed_to_is_never_taken_for_media() {
        watch();
        for (int i = 0; i < 20; i++) {
            show(i == 0);
            call.send(speaker, correction());
            call.run(5);
        }
        contiguous(20);
        payloads.forEach(it -> assertEquals(0x10, it[0], "VP8"));
    }

    @Test
    void a_picture_that_was_muted_begins_again_with_a_key_frame() {
        watch();
        show(true);
        show(false);
        call.engine.mute(speaker.id, "1", true);
        show(false);
        call.engine.mute(speaker.id, "1", false);
        show(false);
        assertEquals(2, sequences.size(), "it refers to what was withheld");
        show(true);
        show(false);
        contiguous(4);
    }

    private void contiguous(int count) {
        assertEquals(count, sequences.size());
        for (int i = 1; i < count; i++) {
            assertEquals((sequences.get(i - 1) + 1) & 0xffff, sequences.get(i), "number " + i);
        }
    }

    private void hear() {
        call.engine.publish(speaker.id, "0", Codec.OPUS, List.of());
        call.engine.subscribe(listener.id, speaker.id, "0", "5");
    }

    private void watch() {
        call.engine.publish(speaker.id, "1", Codec.VP8, List.of());
        call.engine.subscribe(listener.id, speaker.id, "1", "5");
    }

    private void say(int words) {
        for (int i = 0; i < words; i++) {
            call.send(speaker, voice(speaker, MIC, ++number, 30));
            call.run(20);
        }
    }

    private void show(boolean key) {
        byte[] payload = {0x10, (byte) (key ? 0 : 1), 2, 3};
        call.send(speaker, speaker.media(Codec.VP8, "1", "", CAMERA, ++number, payload));
        call.run(20);
    }

    private byte[] padding() {
        byte[] bytes = new byte[400];
        begin(bytes, Codec.VP8.payloadType, CAMERA);
        return sealed(bytes, writer.padding(200));
    }

    private byte[] correction() {
        byte[] bytes = new byte[400];
        begin(bytes, FEC, CAMERA);
        return sealed(bytes, writer.payload(new byte[100], 0, 100));
    }

    private final RtpWriter writer = new RtpWriter();

    private void begin(byte[] bytes, int type, int ssrc) {
        number++;
        writer.begin(bytes, 0, type, false).numbers((int) number, number * 1_800, ssrc);
    }

    private byte[] sealed(byte[] bytes, int length) {
        return Arrays.copyOf(bytes, speaker.out.sealRtp(bytes, 0, length, number));
    }

    /// @param level 0 is as loud as can be
    private static byte[] voice(Peer from, int ssrc, long number, int level) {
        byte[] bytes = new byte[400];
        var writer = new RtpWriter();
        writer.begin(bytes, 0, Codec.OPUS.payloadType, false)
                .numbers((int) number, number * 960, ssrc)
                .extension(1, new byte[] {'0'}, 0, 1);
        writer.extension8(4, 0x80 | level);
        int length = writer.payload(new byte[60], 0, 60);
        return Arrays.copyOf(bytes, from.out.sealRtp(bytes, 0, length, number));
    }

    private Peer listener() {
        var packet = new RtpPacket();
        Peer[] self = new Peer[1];
        self[0] = call.join("room", 10_002, (datagram, kind) -> {
            boolean media = kind == Kind.RTP && self[0].open(datagram, datagram.length, packet);
            if (media && packet.payloadLength() > 0) {
                sequences.add(packet.sequence());
                payloads.add(Arrays.copyOfRange(
                        packet.bytes(), packet.payloadAt(), packet.payloadAt() + packet.payloadLength()));
            }
        });
        return self[0];
    }
}
