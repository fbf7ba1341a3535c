package chat.parley.voice.record.track;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.parley.media.codec.Codec;
import chat.parley.media.net.Source;
import chat.parley.voice.record.Film;
import chat.parley.voice.record.Film.Shot;
import chat.parley.voice.record.frame.Frames;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PictureTrackTest {
    private static final long MS = 1_000_000;

    private final ByteArrayOutputStream file = new ByteArrayOutputStream();
    private Codec codec = Codec.VP9;
    private long number;
    private long clock;

    private PictureTrack track(Codec of) {
        codec = of;
        return new PictureTrack(() -> file, requireNonNull(Frames.of(of)), 0);
    }

    private Piece piece(Shot shot, int layer, long first) {
        long timestamp = shot.timestamp() - first;
        long nanos = (clock + timestamp / 90) * MS;
        return new Piece(
                codec,
                Source.SCREEN,
                layer,
                70 + layer,
                ++number,
                clock * 90 + timestamp,
                shot.last(),
                shot.payload(),
                nanos);
    }

    private void play(PictureTrack track, List<Shot> shots, int layer) {
        long first = shots.getFirst().timestamp();
        for (var shot : shots) {
            track.take(piece(shot, layer, first));
        }
        clock += (shots.getLast().timestamp() - first) / 90 + 66;
    }

    private List<String> probed(PictureTrack track) throws IOException {
        track.close();
        return Film.probed(file.toByteArray());
    }

    @ParameterizedTest
    @CsvSource({"VP8, libvpx, vp8, webm", "VP9, libvpx-vp9, vp9, webm", "H264, libx264, h264, matroska"})
    void every_picture_of_each_codec_is_in_a_file_that_plays(Codec of, String encoder, String name, String kind)
            throws IOException {
        var track = track(of);
        play(track, Film.video(encoder, "320x180", 2), 0);
        var probed = probed(track);
        assertTrue(probed.contains("codec_name=" + name), probed::toString);
        assertTrue(
                probed.stream().anyMatch(it -> it.startsWith("format_name=") && it.contains(kind)), probed::toString);
        assertEquals(320, Film.number(probed, "width"));
        assertEquals(180, Film.number(probed, "height"));
        assertEquals(30, Film.number(probed, "nb_read_frames"));
        assertEquals(1.933, Film.number(probed, "pts_time"), 0.003);
    }

    @ParameterizedTest
    @CsvSource({"VP8, libvpx", "VP9, libvpx-vp9", "H264, libx264"})
    void after_a_loss_it_goes_on_with_the_next_key_frame_in_time(Codec of, String encoder) throws IOException {
        var shots = Film.video(encoder, "320x180", 3);
        var track = track(of);
        long first = shots.getFirst().timestamp();
        int lost = 0;
        for (var shot : shots) {
            var piece = piece(shot, 0, first);
            long ms = piece.timestamp() / 90;
            if (ms > 1_200 && lost < 1) {
                lost++;
            } else {
                track.take(piece);
            }
        }
        var probed = probed(track);
        // A key frame each second: those between the loss and 2.0 s are missing.
        assertEquals(34, Film.number(probed, "nb_read_frames"), 1);
        assertEquals(2.933, Film.number(probed, "pts_time"), 0.003);
    }

    @ParameterizedTest
    @CsvSource({"VP8, libvpx", "VP9, libvpx-vp9", "H264, libx264"})
    void the_size_may_change_on_the_way(Codec of, String encoder) throws IOException {
        var track = track(of);
        play(track, Film.video(encoder, "320x180", 1), 0);
        play(track, Film.video(encoder, "640x360", 1), 0);
        var probed = probed(track);
        assertEquals(30, Film.number(probed, "nb_read_frames"), probed::toString);
    }

    @Test
    void the_largest_layer_is_kept_and_a_smaller_one_when_it_falls_silent() throws IOException {
        var small = Film.video("libvpx", "320x180", 1);
        var large = Film.video("libvpx", "640x360", 1);
        var track = track(Codec.VP8);
        play(track, small, 0);
        play(track, large, 2);
        play(track, small, 0);
        clock += 1_000;
        play(track, small, 0);
        var probed = probed(track);
        // The small layer right behind the large one is not waited for: 15, 15, none, 15.
        assertEquals(45, Film.number(probed, "nb_read_frames"), probed::toString);
        assertEquals(4.9, Film.number(probed, "pts_time"), 0.2);
    }

    @Test
    void layers_inside_of_a_stream_become_one_superframe() throws IOException {
        var track = track(Codec.VP9);
        byte[] key = {(byte) 0x82, 0x49, (byte) 0x83, 0x42, 0, 0x13, (byte) 0xf0, 0x0b, 0x30, 0};
        // Begins, layered, non-flexible; then the higher layer of the same picture.
        track.take(new Piece(Codec.VP9, Source.SCREEN, 0, 7, 1, 0, false, joined(new byte[] {0x2c, 0x00, 0}, key), 0));
        track.take(new Piece(
                Codec.VP9, Source.SCREEN, 0, 7, 2, 0, true, joined(new byte[] {0x2c, 0x03, 0}, new byte[20]), 0));
        track.close();
        byte[] written = file.toByteArray();
        int marker = 0b110_11_001;
        assertEquals((byte) marker, written[written.length - 1]);
        assertEquals((byte) marker, written[written.length - 10]);
        assertEquals(10, written[written.length - 9]);
        assertEquals(20, written[written.length - 5]);
    }

    @ParameterizedTest
    @CsvSource({"VP8", "VP9", "H264"})
    void random_payloads_do_no_harm(Codec of) throws IOException {
        for (int seed = 0; seed < 300; seed++) {
            var random = new Random(seed);
            try (var track = track(of)) {
                for (int i = 0; i < 40; i++) {
                    var payload = new byte[random.nextInt(60)];
                    random.nextBytes(payload);
                    if (payload.length > 0 && random.nextBoolean()) {
                        payload[0] =
                                (byte) new int[] {0x10, 0x08, 0x67, 0x68, 0x65, 0x78, 0x7c, 0xaa}[random.nextInt(8)];
                    }
                    boolean last = random.nextInt(3) == 0;
                    track.take(new Piece(of, Source.SCREEN, 0, 7, i, random.nextInt(3), last, payload, i * MS));
                }
            }
        }
    }

    private static byte[] joined(byte[] head, byte[] rest) {
        var all = new ByteArrayOutputStream();
        all.writeBytes(head);
        all.writeBytes(rest);
        return all.toByteArray();
    }
}
