package chat.parley.config;

/// The documentation of every key, which is also `docs/operating/configuration.md`.
public final class ConfigPage {
    private static final String HEAD = """
            # Configuration

            Parley runs without any of these. A value comes from, in this order: an option of the command line (`--port 80`), an
            environment variable (`PARLEY_PORT=80`), the configuration file (`port = 80`), the default. The file is `parley.conf` in the
            data directory, or what `--config FILE` or `PARLEY_CONFIG` names; a line that begins with `#` is a comment. A key that does
            not exist and a value that is wrong stop the start and say where and what to do. `parley config` prints what holds and where
            it comes from, `parley config --file` a file with every key to begin with.

            This page is written by `parley config --markdown`.

            | key | default | variable | meaning |
            |---|---|---|---|
            """;

    private ConfigPage() {}

    public static String markdown() {
        var page = new StringBuilder(HEAD);
        for (var key : Keys.ALL) {
            String standard = key.standard().isEmpty() ? "empty" : "`" + key.standard() + "`";
            page.append("| `%s` | %s | `%s` | %s It is %s. |\n"
                    .formatted(
                            key.name(),
                            standard,
                            key.variable(),
                            key.description().replace("|", "\\|"),
                            key.rule().replace("|", "\\|")));
        }
        return page.toString();
    }

    /// A configuration file that changes nothing yet.
    public static String file() {
        var file = new StringBuilder("# Parley's configuration. Remove the # before a line to change its value.\n");
        for (var key : Keys.ALL) {
            file.append("\n# %s\n# It is %s.\n# %s = %s\n"
                    .formatted(key.description(), key.rule(), key.name(), key.standard()));
        }
        return file.toString();
    }
}
