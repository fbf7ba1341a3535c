package chat.parley;

import chat.parley.base.json.Json;
import chat.parley.node.Version;
import java.util.List;
import java.util.Map;

/// `parley version`.
final class VersionCommand implements Command {
    @Override
    public String name() {
        return "version";
    }

    @Override
    public String summary() {
        return "print the version";
    }

    @Override
    public String help() {
        return """
                parley version [--json]

                Prints the version of Parley and of the Java that runs it.
                """;
    }

    @Override
    public int run(List<String> arguments) {
        String java = Runtime.version().toString();
        if (arguments.equals(List.of("--json"))) {
            System.out.println(Json.text(Map.of("version", Version.NAME, "java", java)));
        } else if (arguments.isEmpty()) {
            System.out.println("Parley " + Version.NAME + " on Java " + java);
        } else {
            throw new Main.Misuse("`parley version` takes only --json.");
        }
        return DONE;
    }
}
