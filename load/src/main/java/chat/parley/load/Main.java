package chat.parley.load;

import chat.parley.load.peer.Peers;
import chat.parley.load.scenario.Fanout;
import chat.parley.load.scenario.History;
import chat.parley.load.scenario.Idle;
import chat.parley.load.scenario.Mixed;
import chat.parley.load.scenario.Resume;
import chat.parley.load.scenario.Search;
import chat.parley.load.scenario.Send;
import chat.parley.load.scenario.Start;
import chat.parley.load.sfu.Sfu;
import java.util.Map;
import java.util.TreeMap;

/// `./parley load SCENARIO [--option value …]`.
public final class Main {
    private static final Map<String, Scenario> SCENARIOS = new TreeMap<>(Map.of(
            "send", new Send(),
            "fanout", new Fanout(),
            "start", new Start(),
            "idle", new Idle(),
            "history", new History(),
            "search", new Search(),
            "resume", new Resume(),
            "mixed", new Mixed(),
            "sfu", new Sfu(),
            "peers", new Peers()));

    private Main() {}

    public static void main(String[] arguments) throws Exception {
        var scenario = arguments.length == 0 ? null : SCENARIOS.get(arguments[0]);
        if (scenario == null) {
            System.err.println("Usage: parley load " + String.join("|", SCENARIOS.keySet()) + " [--option value ...]");
            System.err.println(Options.HELP);
            System.exit(2);
            return;
        }
        var options = Options.of(arguments);
        scenario.run(options).print(String.join(" ", arguments));
        System.exit(0);
    }
}
