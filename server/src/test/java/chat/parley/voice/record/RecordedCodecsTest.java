package chat.parley.voice.record;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.parley.media.codec.Codec;
import chat.parley.testing.TestServer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Real voices and pictures through the whole server, read again by ffmpeg.
final class RecordedCodecsTest {
    @Test
    void ffmpeg_reads_the_voice_the_mix_and_the_screen_in_each_codec_without_a_word() throws Exception {
        try (var server = TestServer.start()) {
            var ann = server.caller().register("ann");
            var place = Place.of(ann);
            try (var talker = new Talker(server, ann, place.guild(), place.channel())) {
                ann.post(place.path(), Map.of()).expected();
                talker.told("running");
                talker.speak(Film.voice(1));
                talker.show(Codec.VP9, Film.video("libvpx-vp9", "320x180", 1));
                talker.show(Codec.H264, Film.video("libx264", "320x180", 1));
                talker.show(Codec.VP8, Film.video("libvpx", "320x180", 1));
                Thread.sleep(500);
                ann.post(place.path() + "/stop", Map.of()).expected();
                talker.told("ended");
            }
            var files = files(place.finished(ann));
            assertEquals(
                    List.of("mix", "microphone", "screen", "screen", "screen"),
                    sources(files),
                    () -> files.keySet().toString());
            for (var source : List.of("mix audio/ogg", "microphone audio/ogg")) {
                var probed = requireNonNull(files.get(source));
                assertTrue(probed.contains("codec_name=opus"), probed::toString);
            }
            assertTrue(requireNonNull(files.get("screen video/x-matroska")).contains("codec_name=h264"));
            var webm = files.entrySet().stream()
                    .filter(it -> it.getKey().startsWith("screen video/webm"))
                    .toList();
            assertEquals(2, webm.size());
            webm.forEach(it -> assertEquals(15, Film.number(it.getValue(), "nb_read_frames")));
        }
    }

    private static List<String> sources(Map<String, List<String>> files) {
        return files.keySet().stream()
                .map(it -> it.substring(0, it.indexOf(' ')))
                .sorted((a, b) -> Integer.compare(rank(a), rank(b)))
                .toList();
    }

    private static int rank(String source) {
        return List.of("mix", "microphone", "screen").indexOf(source);
    }

    /// What ffprobe says, by source and content type.
    private static Map<String, List<String>> files(JsonNode recording) throws Exception {
        var all = new HashMap<String, List<String>>();
        for (var it : recording.path("files")) {
            String name =
                    it.path("source").asString() + " " + it.path("content_type").asString();
            String again = all.containsKey(name) ? name + " again" : name;
            all.put(again, Film.probed(Place.bytes(it)));
        }
        return all;
    }
}
