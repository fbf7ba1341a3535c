package chat.parley.load;

import chat.parley.load.peer.Peers;
import chat.parley.load.scenario.Fanout;
import chat.parley.load.scenario.History;
import chat.parley.load.scenario.Idle;
import chat.parley.load.scenario.Mixed;
import chat.parley.load.scenario.PermissionChecks;
import chat.parley.load.scenario.Resume;
import chat.parley.load.scenario.Search;
import chat.parley.load.scenario.Send;
import chat.parley.load.scenario.Soak;
import chat.parley.load.scenario.Start;
import chat.parley.load.sfu.First;
import chat.parley.load.sfu.Microphones;
import chat.parley.load.sfu.Sfu;
import java.util.Map;
import java.util.TreeMap;

/// `./parley load SCENARIO [--option value …]`.
public final class Main {
    private static final Map<String, Scenario> SCENARIOS = new TreeMap<>(Map.ofEntries(
            Map.entry("send", new Send()),
            Map.entry("fanout", new Fanout()),
            Map.entry("permissions", new PermissionChecks()),
            Map.entry("soak", new Soak()),
            Map.entry("start", new Start()),
            Map.entry("idle", new Idle()),
            Map.entry("history", new History()),
            Map.entry("search", new Search()),
            Map.entry("resume", new Resume()),
            Map.entry("mixed", new Mixed()),
            Map.entry("sfu", new Sfu()),
            Map.entry("first", new First()),
            Map.entry("microphones", new Microphones()),
            Map.entry("peers", Peers.brokers()),
            Map.entry("chats", Peers.chats())));

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
        // Who ends this early ends what it started, too.
        Runtime.getRuntime()
                .addShutdownHook(
                        new Thread(() -> ProcessHandle.current().children().forEach(ProcessHandle::destroy)));
        var machine = Machine.now();
        var report = scenario.run(options);
        report.print(String.join(" ", arguments), machine);
        System.exit(report.failed() ? 1 : 0);
    }
}
