package chat.parley;

import chat.parley.base.json.Json;
import chat.parley.checkup.Checkup;
import chat.parley.checkup.Finding;
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

                Checks Java, the data directory and its disk, the database and the ports, and whether calls reach
                people: every address that they are sent to by UDP and by TCP, TURN, the firewall and the kernel's
                limits. Also beside a running node, which then is tried itself.

                ✓ is well, ! is well and could be better, ✗ does not work; below it stands what helps.

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
        return findings.stream().allMatch(Finding::good) ? DONE : FAILED;
    }

    private static void print(Finding finding) {
        boolean advice = finding.good() && !finding.remedy().isEmpty();
        String mark = advice ? "!" : finding.good() ? "✓" : "✗";
        System.out.printf("%s %-17s %s%n", mark, finding.subject(), finding.observation());
        if (!finding.remedy().isEmpty()) {
            System.out.println("  → " + finding.remedy());
        }
    }
}
