package chat.parley.guard;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The repository's files as text.
final class Sources {
    private Sources() {}

    /// The folder that holds `ARCHITECTURE.md` or the root `pom.xml`, found upwards from where the test runs.
    static Path root() {
        var folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("mvnw"))) {
            folder = requireNonNull(folder.getParent(), "below no checkout");
        }
        return folder;
    }

    static List<Path> java() {
        return below(root(), ".java")
                .filter(it -> !it.toString().contains("/breach/"))
                .toList();
    }

    static List<Path> markdown() {
        return below(root(), ".md").toList();
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// Built and downloaded folders do not count.
    private static Stream<Path> below(Path folder, String ending) {
        try (var files = Files.walk(folder)) {
            return files
                    .filter(it -> it.toString().endsWith(ending))
                    .filter(it -> !it.toString().matches(".*/(target|node_modules|dist|\\.git|\\.build|data)/.*"))
                    .toList()
                    .stream();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
