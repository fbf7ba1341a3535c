package chat.parley.guard;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// The repository's files as text.
final class Sources {
    private static final Set<String> NOT_OURS = Set.of("target", "node_modules", "dist", ".git", ".build", "data");

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

    /// Built and downloaded folders are not even entered.
    private static Stream<Path> below(Path folder, String ending) {
        var found = new ArrayList<Path>();
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path it, BasicFileAttributes attributes) {
                    return NOT_OURS.contains(name(it)) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path it, BasicFileAttributes attributes) {
                    if (name(it).endsWith(ending)) {
                        found.add(it);
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return found.stream().sorted();
    }

    private static String name(Path file) {
        return requireNonNull(file.getFileName()).toString();
    }
}
