package chat.parley.file.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.parley.base.content.Content;
import chat.parley.file.container.Broken;
import chat.parley.file.kind.FileKind;
import chat.parley.file.kind.Sniffing;
import chat.parley.file.picture.Size;
import chat.parley.testing.RecordingBytes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class RecordingsTest {
    private static final List<byte[]> SAMPLES = List.of(
            RecordingBytes.mp4(),
            RecordingBytes.webm(),
            RecordingBytes.ogg(),
            RecordingBytes.mp3(),
            RecordingBytes.flac(),
            RecordingBytes.wav());

    private static FileKind kind(byte[] bytes) {
        return Sniffing.of(Arrays.copyOf(bytes, Math.min(bytes.length, Sniffing.HEAD_BYTES)), "x");
    }

    private static Recording read(byte[] bytes) throws IOException {
        return Recordings.clean(kind(bytes), Content.of(bytes), new ByteArrayOutputStream());
    }

    private static String cleaned(byte[] bytes) throws IOException {
        var out = new ByteArrayOutputStream();
        Recordings.clean(kind(bytes), Content.of(bytes), out);
        return out.toString(StandardCharsets.ISO_8859_1);
    }

    @Test
    void containers_say_how_large_and_how_long() throws IOException {
        assertEquals(new Size(180, 320), read(RecordingBytes.mp4()).size(), "it was held upright");
        assertEquals(5, read(RecordingBytes.mp4()).durationS());
        assertEquals(new Size(640, 360), read(RecordingBytes.webm()).size());
        assertEquals(2.5, read(RecordingBytes.webm()).durationS());
        assertEquals(3, read(RecordingBytes.ogg()).durationS());
        assertEquals(1, read(RecordingBytes.mp3()).durationS());
        assertEquals(4, read(RecordingBytes.flac()).durationS());
        assertEquals(2, read(RecordingBytes.wav()).durationS());
    }

    @Test
    void what_tells_about_its_maker_goes() throws IOException {
        for (byte[] sample : SAMPLES) {
            assertTrue(new String(sample, StandardCharsets.ISO_8859_1).contains("secret"));
            assertFalse(cleaned(sample).contains("secret"), kind(sample).type());
        }
        assertFalse(cleaned(RecordingBytes.mp4()).contains("\u00124Vx"), "nor when it was made");
    }

    @Test
    void what_sounds_and_shows_stays_where_it_was() throws IOException {
        byte[] film = RecordingBytes.mp4();
        String clean = cleaned(film);
        assertEquals(film.length, clean.length());
        assertEquals(new String(film, StandardCharsets.ISO_8859_1).indexOf("frames of"), clean.indexOf("frames of"));
        assertTrue(clean.contains("stco"));
        assertTrue(cleaned(RecordingBytes.ogg()).endsWith("sound of a voice"));
        assertTrue(cleaned(RecordingBytes.mp3()).contains("Song"));
        assertEquals(
                RecordingBytes.webm().length, cleaned(RecordingBytes.webm()).length());
    }

    @Test
    void sound_in_a_container_of_films_is_sound() throws IOException {
        byte[] sound = RecordingBytes.joined(
                RecordingBytes.box("ftyp", RecordingBytes.text("isom")),
                RecordingBytes.box("moov"),
                RecordingBytes.box("mdat"));
        assertEquals("audio/mp4", read(sound).kind().type());
    }

    @Test
    void a_clean_one_stays_as_it_is() throws IOException {
        for (byte[] sample : SAMPLES) {
            String once = cleaned(sample);
            assertEquals(
                    once,
                    cleaned(once.getBytes(StandardCharsets.ISO_8859_1)),
                    kind(sample).type());
        }
    }

    @Test
    void what_only_begins_like_one_is_refused() {
        for (byte[] sample : SAMPLES) {
            byte[] start = Arrays.copyOf(Arrays.copyOf(sample, 12), 200);
            assertThrows(Broken.class, () -> read(start), kind(sample).type());
        }
    }

    /// Whatever is in it, the answer is a recording or that it is none, and nothing grows.
    @Test
    void damage_is_told_and_costs_nothing() throws IOException {
        var random = new Random(20261121);
        for (byte[] sample : SAMPLES) {
            var kind = kind(sample);
            for (int round = 0; round < 4_000; round++) {
                byte[] damaged = damaged(sample, random);
                var out = new ByteArrayOutputStream();
                try {
                    Recordings.clean(kind, Content.of(damaged), out);
                    assertTrue(out.size() <= damaged.length + 8, kind.type());
                } catch (Broken told) {
                    assertTrue(out.size() <= damaged.length + 8, kind.type());
                }
            }
        }
    }

    private static byte[] damaged(byte[] sample, Random random) {
        int heads = Math.min(sample.length, 700);
        byte[] damaged = random.nextInt(4) == 0 ? Arrays.copyOf(sample, random.nextInt(sample.length)) : sample.clone();
        for (int i = random.nextInt(6); i >= 0 && damaged.length > 0; i--) {
            int at = random.nextInt(Math.min(heads, damaged.length));
            damaged[at] = (byte) (random.nextBoolean() ? 0xff : random.nextInt(256));
        }
        return damaged;
    }
}
