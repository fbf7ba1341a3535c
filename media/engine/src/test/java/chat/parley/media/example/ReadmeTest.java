package chat.parley.media.example;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// The example of the README is the one that runs.
final class ReadmeTest {
    @Test
    void the_readme_shows_the_example_that_runs() throws IOException {
        var program = Files.readString(Path.of("src/test/java/chat/parley/media/example/TwoPeopleTest.java"));
        var readme = Files.readString(Path.of("README.md"));
        assertTrue(readme.contains("```java\n" + program + "```\n"), "copy the test into the README");
    }
}
