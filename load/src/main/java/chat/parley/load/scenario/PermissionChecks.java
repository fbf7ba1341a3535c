package chat.parley.load.scenario;

import chat.parley.load.Options;
import chat.parley.load.Report;
import chat.parley.load.Scenario;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Permission checks by JMH, in a JVM of their own with the server's jar. JMH stays apart (`load/bench`) because its
/// licence is another.
public final class PermissionChecks implements Scenario {
    private static final double NS_PER_S = 1e9;

    @Override
    public Report run(Options options) throws Exception {
        var results = Files.createTempFile("parley-bench", ".json");
        try {
            measure(options, results);
            var report = new Report();
            for (var result : JsonMapper.shared().readTree(Files.readString(results))) {
                tell(report, result);
            }
            return report;
        } finally {
            Files.deleteIfExists(results);
        }
    }

    private static void measure(Options options, Path results) throws Exception {
        var seconds = Integer.toString(options.number("seconds", 2));
        var classes = property("parley.bench") + File.pathSeparator + property("parley.server");
        var process = new ProcessBuilder(
                        System.getProperty("java.home") + "/bin/java",
                        "-XX:+UseCompactObjectHeaders",
                        "-cp",
                        classes,
                        "org.openjdk.jmh.Main",
                        "PermissionsBenchmark",
                        "-f",
                        Integer.toString(options.number("rounds", 3)),
                        "-wi",
                        "2",
                        "-w",
                        seconds,
                        "-i",
                        "3",
                        "-r",
                        seconds,
                        "-rf",
                        "json",
                        "-rff",
                        results.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (process.waitFor() != 0) {
            throw new IllegalStateException("The benchmark ended with " + process.exitValue());
        }
    }

    private static String property(String name) {
        return Objects.requireNonNull(System.getProperty(name), () -> name + " is set by ./parley");
    }

    private static void tell(Report report, JsonNode result) {
        var benchmark = result.path("benchmark").asString();
        var name = benchmark.substring(benchmark.lastIndexOf('.') + 1);
        var metric = result.path("primaryMetric");
        double ns = metric.path("score").asDouble();
        report.add(name + " ns", ns)
                .add(name + " ns_error_99.9", metric.path("scoreError").asDouble())
                .add(name + " per_s_a_core", NS_PER_S / ns);
    }
}
