package chat.parley.load.scenario;

import chat.parley.load.Options;
import chat.parley.load.Report;
import chat.parley.load.Rounds;
import chat.parley.load.Scenario;
import chat.parley.load.node.Node;
import chat.parley.load.node.Postgres;
import chat.parley.load.node.Processes;
import chat.parley.load.node.Scratch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// From the launcher's start to the first 200 of `/health`: on an empty data directory, on the same one again,
/// and with a PostgreSQL that runs already, where Debian's is there.
public final class Start implements Scenario {
    private static final int DATABASE_READY_MS = 20_000;

    private final List<Once> first = new ArrayList<>();
    private final List<Once> later = new ArrayList<>();
    private final List<Once> alone = new ArrayList<>();

    private record Once(double readyMs, double jvmCpuMs, double cpuMs, double rssMb) {
        static Once of(Path data, Map<String, String> settings) throws IOException, InterruptedException {
            try (var node = Node.start(data, false, settings)) {
                return new Once(node.readyMs, node.jvmCpuSeconds() * 1e3, node.cpuSeconds() * 1e3, node.rssMb());
            }
        }
    }

    @Override
    public Report run(Options options) throws Exception {
        int rounds = options.number("rounds", 3);
        for (int i = 0; i < rounds; i++) {
            var data = Files.createTempDirectory("parley-start");
            first.add(Once.of(data, Map.of()));
            later.add(Once.of(data, Map.of()));
            Scratch.delete(data);
        }
        if (Postgres.isThere()) {
            withoutDatabase(rounds);
        }
        var report = new Report();
        tell(report, "first_start", first);
        tell(report, "later_start", later);
        if (alone.isEmpty()) {
            return report.add("later_start without_postgresql", "Debian's postgresql is not installed");
        }
        tell(report, "later_start without_postgresql", alone);
        return report;
    }

    private void withoutDatabase(int rounds) throws IOException, InterruptedException {
        int port = Processes.freePort();
        var data = Files.createTempDirectory("parley-start");
        try (var database = Postgres.start(data.resolve("postgres.log"), port)) {
            database.awaitPort(port, DATABASE_READY_MS);
            var there = Map.of("PARLEY_DATABASE_URL", "postgresql://peer:peer@127.0.0.1:" + port + "/postgres");
            // Its tables are made by the first.
            Once.of(data, there);
            for (int i = 0; i < rounds; i++) {
                alone.add(Once.of(data, there));
            }
        }
        Scratch.delete(data);
    }

    private static void tell(Report report, String name, List<Once> starts) {
        var figures = new Rounds<>(starts);
        report.add(name + "_ms", figures, Once::readyMs)
                .add(name + " jvm_cpu_ms", figures, Once::jvmCpuMs)
                .add(name + " cpu_ms", figures, Once::cpuMs)
                .add(name + " jvm_rss_mb", figures.median(Once::rssMb));
    }
}
