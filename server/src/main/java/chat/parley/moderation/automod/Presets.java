package chat.parley.moderation.automod;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Word lists that come with the server. They are written with each letter moved by thirteen places, so that nobody
/// comes upon them who did not mean to.
final class Presets {
    static final int COUNT = 3;

    private static final List<String> FILES = List.of("profanity", "sexual", "slurs");

    private Presets() {}

    static List<String> words(List<Integer> presets) {
        var words = new ArrayList<String>();
        for (int preset : presets) {
            words.addAll(read("/automod/" + FILES.get(preset - 1) + ".txt"));
        }
        return words;
    }

    private static List<String> read(String file) {
        try (var resource = Presets.class.getResourceAsStream(file)) {
            if (resource == null) {
                throw new IOException("The build left out " + file);
            }
            var text = new String(resource.readAllBytes(), StandardCharsets.UTF_8);
            return text.lines()
                    .filter(it -> !it.isBlank() && !it.startsWith("#"))
                    .map(Presets::turned)
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String turned(String line) {
        var turned = new StringBuilder(line.length());
        for (char it : line.strip().toCharArray()) {
            turned.append(it >= 'a' && it <= 'z' ? (char) ('a' + (it - 'a' + 13) % 26) : it);
        }
        return turned.toString();
    }
}
