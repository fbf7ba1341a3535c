package chat.parley;

import chat.parley.base.json.Json;
import chat.parley.config.Config;
import chat.parley.config.Logging;
import java.util.ArrayList;
import java.util.List;

/// `parley doctor`.
final class DoctorCommand implements Command {
    @Override
    public String name() {
        return "doctor";
    }

    @Override
    public String summary() {
        return "check what this machine must offer, and name what helps";
    }

    @Override
    public String help() {
        return """
                parley doctor [--json] [OPTIONS]

                Checks Java, the data directory and its disk, the database and the ports, also beside a running node.

                  --json   as JSON
                  OPTIONS  as for `parley serve`

                Exit codes: 0 all is well, 1 something is wrong.
                """;
    }

    @Override
    public int run(List<String> arguments) {
        Logging.beQuiet();
        var options = new ArrayList<>(arguments);
        boolean json = options.remove("--json");
        var findings = new Checkup(Config.read(options, System.getenv())).findings();
        if (json) {
            System.out.println(Json.text(findings));
        } else {
            findings.forEach(DoctorCommand::print);
        }
        return findings.stream().allMatch(Checkup.Finding::good) ? DONE : FAILED;
    }

    private static void print(Checkup.Finding finding) {
        System.out.printf("%s %-15s %s%n", finding.good() ? "✓" : "✗", finding.subject(), finding.observation());
        if (!finding.good()) {
            System.out.println("  → " + finding.remedy());
        }
    }
}
