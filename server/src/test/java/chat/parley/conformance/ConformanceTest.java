package chat.parley.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import chat.parley.edge.http.Route;
import chat.parley.testing.Overheard;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Goes through the whole API and holds every answer and event against Discord's shapes; `docs/protocol/conformance.md`
/// tells the result and is written by this test.
final class ConformanceTest {
    private static final Path PAGE = Path.of("../docs/protocol/conformance.md");

    @Test
    void what_is_said_is_what_discords_libraries_read() throws IOException {
        var operations = Operation.all();
        var findings = new Findings(operations, Schemas.of(operations));
        List<Route> routes;
        try (var _ = Overheard.by(findings);
                var tour = new Tour()) {
            tour.everything();
            routes = tour.home.server.routes();
        }
        String before = Files.exists(PAGE) ? Files.readString(PAGE) : "";
        String now = new Page(operations, routes, findings).text();
        Files.writeString(PAGE, now);
        Files.writeString(Path.of("target/misfits.txt"), listed(findings.misfits()));
        assertEquals("", listed(findings.misfits()), "does not fit Discord's shapes");
        assertEquals(now, before, "docs/protocol/conformance.md was out of date and has been written anew");
    }

    private static String listed(Map<String, List<String>> misfits) {
        var out = new StringBuilder();
        misfits.forEach((what, problems) -> out.append(what)
                .append("\n    ")
                .append(String.join("\n    ", problems))
                .append('\n'));
        return out.toString();
    }
}
