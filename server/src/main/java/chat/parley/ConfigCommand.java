package chat.parley;

import chat.parley.base.json.Json;
import chat.parley.config.Config;
import chat.parley.config.ConfigPage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/// `parley config`.
final class ConfigCommand implements Command {
    @Override
    public String name() {
        return "config";
    }

    @Override
    public String summary() {
        return "print every setting, its value and where it comes from";
    }

    @Override
    public String help() {
        return """
                parley config [--json | --file | --markdown] [OPTIONS]

                Checks the configuration and prints every key with its value and where it comes from. Secrets are hidden.

                  --json      as JSON
                  --file      print a configuration file with every key, to begin with
                  --markdown  print the documentation of every key
                  OPTIONS     as for `parley serve`

                Exit codes: 0 all is well, 1 a key or a value is wrong.
                """;
    }

    @Override
    public int run(List<String> arguments) {
        var options = new ArrayList<>(arguments);
        if (options.remove("--markdown")) {
            System.out.print(ConfigPage.markdown());
            return DONE;
        }
        if (options.remove("--file")) {
            System.out.print(ConfigPage.file());
            return DONE;
        }
        boolean json = options.remove("--json");
        var lines = Config.read(options, System.getenv()).lines();
        if (json) {
            var values = new LinkedHashMap<String, Config.Line>();
            lines.forEach(it -> values.put(it.key(), it));
            System.out.println(Json.text(values.values()));
        } else {
            lines.forEach(it -> System.out.printf("%-30s %-24s %s%n", it.key(), it.value(), it.from()));
        }
        return DONE;
    }
}
