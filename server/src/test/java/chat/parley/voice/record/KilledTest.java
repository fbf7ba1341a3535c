package chat.parley.voice.record;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.parley.media.codec.Codec;
import chat.parley.postgres.FreePort;
import chat.parley.testing.HttpCaller;
import chat.parley.testing.ServerProcess;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `kill -9` while two people are recorded.
final class KilledTest {
    @TempDir
    Path directory;

    @Test
    void what_was_recorded_is_there_and_nobody_is_recorded_on() throws Exception {
        var data = directory.resolve("data");
        try (var server =
                ServerProcess.start(data, "--registration", "open", "--media-port", "" + FreePort.onLoopback())) {
            var ann = server.caller().register("ann");
            var ben = server.caller().register("ben");
            var place = Place.of(ann);
            place.invite(ann, ben);
            try (var first = new Talker(server.http(), ann, place.guild(), place.channel());
                    var second = new Talker(server.http(), ben, place.guild(), place.channel())) {
                ann.post(place.path(), Map.of()).expected();
                second.told("asked");
                second.consent(true);
                first.told("running");
                first.speak(Film.voice(2));
                second.show(Codec.VP9, Film.video("libvpx-vp9", "320x180", 2));
                Thread.sleep(900);
                allIsSealed(data.resolve("recordings"));
                server.kill();
            }
            Files.createDirectories(data.resolve("recordings/1234567"));
            server.startAgain();
            try (var first = new Talker(server.http(), ann, place.guild(), place.channel());
                    var second = new Talker(server.http(), ben, place.guild(), place.channel())) {
                plays(place, ann);
                first.talk(30);
                assertFalse(first.toldAnything() || second.toldAnything(), "nobody is asked or recorded");
                assertEquals(
                        1, ann.get(place.path()).expected().path("recordings").size());
                ann.post(place.path(), Map.of()).expected();
                assertEquals(1, second.told("asked").path("waiting").size());
            }
            for (int i = 0; i < 50 && count(data.resolve("recordings")) > 0; i++) {
                Thread.sleep(100);
            }
            assertEquals(0, count(data.resolve("recordings")));
        }
    }

    private static void plays(Place place, HttpCaller caller) throws Exception {
        var recording = place.finished(caller);
        var files = new HashMap<String, List<String>>();
        for (var it : recording.path("files")) {
            files.put(it.path("source").asString(), Film.probed(Place.bytes(it)));
            assertTrue(it.path("duration_ms").asLong() > 1_000, it::toString);
        }
        assertEquals(3, files.size(), recording::toString);
        assertTrue(Film.number(requireNonNull(files.get("microphone")), "pts_time") > 1.5, files::toString);
        assertTrue(Film.number(requireNonNull(files.get("mix")), "pts_time") > 1.5, files::toString);
        assertTrue(Film.number(requireNonNull(files.get("screen")), "nb_read_frames") >= 29, files::toString);
    }

    private static void allIsSealed(Path folder) throws IOException {
        try (var all = Files.walk(folder)) {
            for (var path : all.filter(Files::isRegularFile).toList()) {
                var text = new String(Files.readAllBytes(path), StandardCharsets.ISO_8859_1);
                assertTrue(text.startsWith("PF"), path::toString);
                assertFalse(text.contains("Opus") || text.contains("webm") || text.contains("OggS"), path::toString);
            }
        }
    }

    private static long count(Path folder) throws IOException {
        try (var all = Files.list(folder)) {
            return all.count();
        }
    }
}
