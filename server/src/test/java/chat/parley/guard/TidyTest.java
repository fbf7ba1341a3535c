package chat.parley.guard;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The source text keeps to STYLE.md: no long tail, no drawers, nothing unfinished, every package explained.
final class TidyTest {
    private static final int ARCHITECTURE_LINES_MAX = 200;
    private static final Pattern NAMED_FILE = Pattern.compile("`([a-zA-Z0-9_./-]+\\.(?:java|tsx?|sql|md|sh|xml))`");

    @Test
    void no_file_breaks_a_limit() {
        var sources = new TreeMap<String, String>();
        Sources.java().forEach(it -> sources.put(relative(it), Sources.text(it)));
        assertEquals(List.of(), Rules.breaches(sources));
    }

    @Test
    void no_package_holds_too_many_files() {
        var counts = new TreeMap<String, Integer>();
        Sources.java().forEach(it -> counts.merge(relative(folder(it)), 1, Integer::sum));
        assertTrue(counts.size() > 10, "the program was looked at");
        counts.values().removeIf(it -> it <= Rules.PACKAGE_FILES_MAX + 1);
        assertEquals("{}", counts.toString(), "package-info apart, at most " + Rules.PACKAGE_FILES_MAX);
    }

    @Test
    void every_package_says_what_it_is_for() {
        var silent = Sources.java().stream()
                .filter(it -> it.toString().contains("/src/main/"))
                .map(TidyTest::folder)
                .distinct()
                .filter(it -> !Files.exists(it.resolve("package-info.java"))
                        || !Sources.text(it.resolve("package-info.java")).startsWith("/// ")
                        || !Sources.text(it.resolve("package-info.java")).contains("@NullMarked"))
                .map(TidyTest::relative)
                .toList();
        assertEquals(List.of(), silent);
    }

    @Test
    void every_document_has_one_title_and_nothing_unfinished() {
        var found = new ArrayList<String>();
        for (var file : Sources.markdown()) {
            found.addAll(Rules.titles(relative(file), Sources.text(file)));
        }
        assertEquals(List.of(), found);
    }

    @Test
    void the_architecture_page_is_short_and_names_files_that_exist() {
        String page = Sources.text(Sources.root().resolve("ARCHITECTURE.md"));
        assertTrue(page.lines().count() <= ARCHITECTURE_LINES_MAX, "at most 200 lines");
        var missing = new ArrayList<String>();
        int named = 0;
        for (var match = NAMED_FILE.matcher(page); match.find(); named++) {
            if (!exists(match.group(1))) {
                missing.add(match.group(1));
            }
        }
        assertEquals(List.of(), missing);
        assertTrue(named > 20, "the page names files");
    }

    @Test
    void each_rule_finds_its_breach() {
        var longFile = "class A {}\n".repeat(Rules.FILE_LINES_MAX + 1);
        assertEquals(List.of("a has 401 lines"), breaches(longFile));
        var longFunction = "class A { void f() {" + "\n".repeat(Rules.FUNCTION_LINES_MAX) + "} }";
        assertEquals(List.of("a#f has 61 lines"), breaches(longFunction));
        var greedy = "class A { void f(int a, int b, int c, int d, int e, int f, int g, int h, int i, int j) {} }";
        assertEquals(List.of("a#f takes 10 parameters"), breaches(greedy));
        assertEquals(List.of("a declares GuildManager, a name that says nothing"), breaches("class GuildManager {}"));
        assertEquals(List.of("a is unfinished"), Rules.words("a", "// TO" + "DO later"));
        assertEquals(List.of("a uses mocks"), Rules.words("a", "import org.mock" + "ito.Mock;"));
        assertEquals(List.of("a has 2 titles"), Rules.titles("a", "# One\n# Two\n"));
        assertEquals(List.of(), breaches("class A { void f() {} }"));
    }

    private static List<String> breaches(String source) {
        return Rules.breaches(Map.of("a", source));
    }

    /// A path from the root, or a path below one of the source folders.
    private static boolean exists(String name) {
        var root = Sources.root();
        return List.of(
                        "",
                        "server/src/main/java/chat/parley/",
                        "server/src/main/resources/",
                        "server/src/test/java/chat/parley/",
                        "media/engine/src/main/java/chat/parley/media/",
                        "media/net/src/main/java/chat/parley/media/net/",
                        "web/src/")
                .stream()
                .anyMatch(it -> Files.exists(root.resolve(it + name)));
    }

    private static Path folder(Path file) {
        return requireNonNull(file.getParent());
    }

    private static String relative(Path file) {
        return Sources.root().relativize(file).toString();
    }
}
