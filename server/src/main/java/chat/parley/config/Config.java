package chat.parley.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The decisions of an operator, all of them checked. What is said on the command line wins over the environment, that
/// over the file, that over the default.
public final class Config {
    private final Map<Key<?>, Value> values;

    private Config(Map<Key<?>, Value> values) {
        this.values = values;
    }

    /// The sources in one call: options of the command line (`--port 80` or `--port=80`) and the environment.
    /// Either may name the file (`--config`, `PARLEY_CONFIG`); otherwise it is `parley.conf` in the data
    /// directory, if it is there.
    ///
    /// @throws CannotStart when a key is unknown or a value wrong, naming place and remedy
    public static Config read(List<String> options, Map<String, String> environment) {
        var said = new HashMap<Key<?>, Value>();
        var fromOptions = Options.read(options);
        var fromEnvironment = Environment.read(environment);
        said.putAll(fromEnvironment.values());
        said.putAll(fromOptions.values());
        var named = fromOptions.file().or(fromEnvironment::file);
        Path standardFile = new Config(said).of(Keys.DATA_DIR).resolve("parley.conf");
        var all = new HashMap<>(ConfigFile.read(named.orElse(standardFile), named.isPresent()));
        all.putAll(said);
        var config = new Config(Map.copyOf(all));
        Keys.ALL.forEach(config::of);
        return config;
    }

    /// The configuration of a test: defaults but for the values given.
    public static Config with(Map<Key<?>, String> values) {
        var all = new HashMap<Key<?>, Value>();
        values.forEach((key, text) -> all.put(key, new Value(text, "the program")));
        return new Config(all);
    }

    public <T> T of(Key<T> key) {
        var value = value(key);
        try {
            return key.kind().parse().apply(value.text());
        } catch (IllegalArgumentException wrong) {
            String shown = key.secret() ? "what is written" : "\"" + value.text() + "\"";
            throw new CannotStart(
                    value.place() + ": " + key.name() + " must be " + key.rule() + ", not " + shown + ". "
                            + (key.standard().isEmpty()
                                    ? "Leave it out for the default."
                                    : "The default is " + key.standard() + "."),
                    wrong);
        }
    }

    /// The address that people open; empty when only they know it.
    public String publicUrl() {
        String url = of(Keys.PUBLIC_URL);
        String domain = of(Keys.DOMAIN);
        return url.isEmpty() && !domain.isEmpty() ? "https://" + domain : url;
    }

    /// The address on this machine, for when nobody has said how it is reached from elsewhere.
    public String localUrl(int port) {
        return (of(Keys.TLS_CERTIFICATE).isEmpty() ? "http" : "https") + "://localhost:" + port;
    }

    /// Every key as it holds, secrets hidden.
    public List<Line> lines() {
        var lines = new ArrayList<Line>();
        for (var key : Keys.ALL) {
            var value = value(key);
            boolean hidden = key.secret() && !value.text().isEmpty();
            lines.add(new Line(key.name(), hidden ? "***" : value.text(), value.place()));
        }
        return lines;
    }

    public record Line(String key, String value, String from) {}

    private Value value(Key<?> key) {
        var said = values.get(key);
        return said == null ? new Value(key.standard(), "default") : said;
    }
}
