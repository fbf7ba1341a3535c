package chat.parley.load.scenario;

import chat.parley.load.Options;
import chat.parley.load.Report;
import chat.parley.load.Rounds;
import chat.parley.load.Scenario;
import chat.parley.load.node.Node;
import chat.parley.load.node.Scratch;
import java.nio.file.Files;
import java.util.ArrayList;

/// From the launcher's start to the first 200 of `/health`: on an empty data directory, then on the same one again.
public final class Start implements Scenario {
    @Override
    public Report run(Options options) throws Exception {
        var cold = new ArrayList<Double>();
        var warm = new ArrayList<Double>();
        var rss = new ArrayList<Double>();
        for (int i = 0; i < options.number("rounds", 3); i++) {
            var data = Files.createTempDirectory("parley-start");
            try (var node = Node.start(data, false)) {
                cold.add(node.readyMs);
            }
            try (var node = Node.start(data, false)) {
                warm.add(node.readyMs);
                rss.add(node.rssMb());
            }
            Scratch.delete(data);
        }
        return new Report()
                .add("first_start_ms", new Rounds<>(cold).median(it -> it))
                .add("first_start_ms_spread", new Rounds<>(cold).spread(it -> it))
                .add("later_start_ms", new Rounds<>(warm).median(it -> it))
                .add("later_start_ms_spread", new Rounds<>(warm).spread(it -> it))
                .add("jvm_rss_mb", new Rounds<>(rss).median(it -> it));
    }
}
