package chat.parley.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ConfigTest {
    @TempDir
    Path folder = Path.of("");

    @Test
    void options_win_over_the_environment_which_wins_over_the_file() throws IOException {
        Files.writeString(folder.resolve("parley.conf"), "# ours\nport = 1\nhost = \"10.0.0.1\"\nmedia_port=3\n");
        var config = Config.read(
                List.of("--data-dir", folder.toString(), "--port=5"),
                Map.of("PARLEY_PORT", "4", "PARLEY_MEDIA_PORT", "6"));

        assertEquals(5, config.of(Keys.PORT));
        assertEquals(6, config.of(Keys.MEDIA_PORT));
        assertEquals("10.0.0.1", config.of(Keys.HOST));
        assertEquals("invite", config.of(Keys.REGISTRATION));
    }

    @Test
    void an_unknown_key_in_the_file_is_refused_with_its_line_and_a_guess() throws IOException {
        Path file = Files.writeString(folder.resolve("mine.conf"), "\nprot = 80\n");
        var refusal = refused(List.of("--config", file.toString()), Map.of());
        assertEquals(
                file + " line 2: there is no key \"prot\". Did you mean port? Remove the line, or see `parley config`.",
                refusal);
    }

    @Test
    void a_key_that_is_set_twice_is_refused() throws IOException {
        Path file = Files.writeString(folder.resolve("mine.conf"), "port = 80\nport = 81\n");
        assertTrue(refused(List.of("--config", file.toString()), Map.of()).contains("line 2: port was already set"));
    }

    @Test
    void a_line_without_a_value_is_refused() throws IOException {
        Path file = Files.writeString(folder.resolve("mine.conf"), "port 80\n");
        assertTrue(refused(List.of("--config", file.toString()), Map.of()).contains("line 1: expected `key = value`"));
    }

    @Test
    void a_named_file_must_exist() {
        assertTrue(refused(List.of("--config", folder.resolve("none").toString()), Map.of())
                .contains("cannot be read"));
    }

    @Test
    void an_unknown_variable_is_refused() {
        assertEquals(
                "There is no environment variable PARLEY_PROT. Did you mean PARLEY_PORT? Unset it, or see `parley config`.",
                refused(List.of(), Map.of("PARLEY_PROT", "80", "PATH", "/bin")));
    }

    @Test
    void an_unknown_option_is_refused() {
        assertTrue(refused(List.of("--prot", "1"), Map.of()).contains("Did you mean --port?"));
    }

    @Test
    void a_wrong_value_is_refused_with_its_place_its_rule_and_the_default() {
        assertEquals(
                "the environment variable PARLEY_PORT: port must be a whole number from 0 to 65535, not \"80x\". "
                        + "The default is 8080.",
                refused(List.of(), Map.of("PARLEY_PORT", "80x")));
        assertTrue(refused(List.of("--port", "70000"), Map.of()).startsWith("the option --port: port must be"));
        assertTrue(refused(List.of("--registration", "maybe"), Map.of()).contains("one of open, invite, closed"));
        assertTrue(refused(List.of("--public-url", "ftp://x"), Map.of()).contains("https://chat.example.org"));
    }

    @Test
    void every_default_is_valid_and_every_name_unique() {
        var names = new HashSet<String>();
        Config.with(Map.of()).lines().forEach(it -> assertTrue(names.add(it.key())));
        Keys.ALL.forEach(Config.with(Map.of())::of);
    }

    @Test
    void secrets_are_hidden() {
        var config = Config.with(Map.of(Keys.DATABASE_URL, "postgresql://me:secret@db/parley"));
        assertTrue(config.lines().stream().noneMatch(it -> it.value().contains("secret")));
    }

    @Test
    void a_domain_alone_makes_the_public_address() {
        assertEquals(
                "https://chat.example.org",
                Config.with(Map.of(Keys.DOMAIN, "chat.example.org")).publicUrl());
        assertEquals("", Config.with(Map.of()).publicUrl());
    }

    @Test
    void the_file_to_begin_with_is_valid_also_with_every_comment_removed() throws IOException {
        String every = ConfigPage.file().replaceAll("(?m)^# ([a-z0-9_]+ = )", "$1");
        Path file = Files.writeString(folder.resolve("parley.conf"), every);
        var config = Config.read(List.of("--config", file.toString()), Map.of());
        assertEquals(8080, config.of(Keys.PORT));
    }

    @Test
    void the_page_in_docs_is_in_step() throws IOException {
        Path page = Path.of("..", "docs", "operating", "configuration.md");
        assertEquals(
                ConfigPage.markdown(),
                Files.readString(page),
                "run `./parley config --markdown > docs/operating/configuration.md`");
    }

    @Test
    void one_node_at_a_time_uses_a_data_directory() {
        try (var first = DataDirectory.claim(folder)) {
            var refusal = assertThrows(CannotStart.class, () -> DataDirectory.claim(folder));
            assertTrue(
                    refusal.toString().contains("Another Parley is running with the data directory " + first.path()));
        }
        DataDirectory.claim(folder).close();
    }

    private static String refused(List<String> options, Map<String, String> environment) {
        var refusal = assertThrows(CannotStart.class, () -> Config.read(options, environment));
        return String.valueOf(refusal.getMessage());
    }
}
