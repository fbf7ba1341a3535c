package chat.parley.voice.soundboard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.parley.base.content.Content;
import chat.parley.base.limit.Limits;
import chat.parley.file.kind.Sniffing;
import chat.parley.file.recording.Recordings;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.HashSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class DefaultSoundsTest {
    @Test
    void each_is_a_short_sound_that_is_loud_somewhere_and_ends_in_silence() throws IOException {
        var names = new HashSet<String>();
        for (var sound : DefaultSounds.all()) {
            byte[] file = sound.file();
            var kind = Sniffing.of(Arrays.copyOf(file, Sniffing.HEAD_BYTES), "");
            assertEquals("audio/wav", kind.type(), sound.name());
            var recording = Recordings.clean(kind, Content.of(file), OutputStream.nullOutputStream());
            var seconds = assertThere(recording.durationS());
            assertTrue(seconds > 0.5 && seconds < Limits.SOUND_MAX_S, sound.name() + " takes " + seconds);
            assertTrue(file.length < Limits.SOUND_MAX_BYTES, sound.name());
            assertTrue(loudest(file, 44, file.length) > 28_000, sound.name() + " is heard");
            assertTrue(
                    loudest(file, file.length - 200, file.length) < 6_000, sound.name() + " does not end in a click");
            assertTrue(names.add(sound.name()));
            assertSame(file, sound.file(), "made once");
        }
    }

    private static double assertThere(@Nullable Double seconds) {
        assertNotNull(seconds);
        return seconds;
    }

    private static int loudest(byte[] file, int from, int to) {
        int loudest = 0;
        for (int i = from; i + 1 < to; i += 2) {
            loudest = Math.max(loudest, Math.abs((short) ((file[i] & 0xff) | (file[i + 1] << 8))));
        }
        return loudest;
    }
}
