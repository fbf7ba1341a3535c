package chat.parley.load.scenario;

import static java.nio.charset.StandardCharsets.UTF_8;

import chat.parley.load.Report;
import chat.parley.load.Rounds;
import chat.parley.load.node.Node;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/// What the database alone can do: pgbench writes rows of a message's size, each with a commit of its own, into
/// the node's PostgreSQL, over as many connections as there are senders.
final class Floor {
    private static final Path PROGRAMS = Path.of("/usr/lib/postgresql");
    private static final Pattern COMMITS = Pattern.compile("tps = ([0-9.]+)");
    private static final Pattern LATENCY = Pattern.compile("latency average = ([0-9.]+) ms");
    private static final String TABLE =
            "CREATE TABLE IF NOT EXISTS floor (channel_id bigint, id bigserial, author_id bigint, nonce text, content text,"
                    + " PRIMARY KEY (channel_id, id))";

    private final Node node;
    private final Path programs;
    private final List<Round> rounds = new ArrayList<>();

    private record Round(double perSecond, double latencyMs, double databaseUs) {}

    private Floor(Node node, Path programs) {
        this.node = node;
        this.programs = programs;
    }

    /// @throws IOException when Debian's client programs are not there
    static Floor of(Node node) throws IOException, InterruptedException {
        try (var versions = Files.list(PROGRAMS)) {
            var newest = versions.max(Comparator.naturalOrder()).orElseThrow();
            var floor = new Floor(node, newest.resolve("bin"));
            floor.run("psql", "-q", "-c", "CREATE DATABASE floor");
            floor.run("psql", "-q", "-d", "floor", "-c", TABLE);
            return floor;
        }
    }

    void round(int clients, int seconds, int chars) throws IOException, InterruptedException {
        var script = Files.createTempFile("parley-floor", ".sql");
        Files.writeString(
                script,
                "INSERT INTO floor (channel_id, author_id, nonce, content) VALUES (1, 2, :client_id || '-x', '"
                        + "m".repeat(chars) + "');");
        double before = node.cpuSeconds() - node.jvmCpuSeconds();
        var said = run(
                "pgbench",
                "-n",
                "-M",
                "prepared",
                "-c",
                Integer.toString(clients),
                "-j",
                "2",
                "-T",
                Integer.toString(seconds),
                "-f",
                script.toString(),
                "floor");
        double database = node.cpuSeconds() - node.jvmCpuSeconds() - before;
        Files.delete(script);
        double perSecond = number(COMMITS, said);
        rounds.add(new Round(perSecond, number(LATENCY, said), database * 1e6 / (perSecond * seconds)));
    }

    /// @param messagesPerSecond of the node, in the same run
    void tell(Report report, double messagesPerSecond) {
        var figures = new Rounds<>(rounds);
        report.add("pgbench commits_per_s", figures, Round::perSecond)
                .add("pgbench latency_ms", figures, Round::latencyMs)
                .add("pgbench database_us_per_commit", figures, Round::databaseUs)
                .add("messages for each commit of pgbench", messagesPerSecond / figures.median(Round::perSecond));
    }

    static double number(Pattern pattern, String said) {
        var match = pattern.matcher(said);
        if (!match.find()) {
            throw new IllegalStateException("pgbench said: " + said);
        }
        return Double.parseDouble(match.group(1));
    }

    private String run(String program, String... words) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(programs.resolve(program).toString()));
        command.addAll(List.of(words));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        var home = node.data().resolve("postgres");
        builder.environment().put("PGHOST", "127.0.0.1");
        builder.environment().put("PGUSER", "parley");
        builder.environment().put("PGDATABASE", "postgres");
        builder.environment()
                .put("PGPASSWORD", Files.readString(home.resolve("password")).strip());
        // The fourth line says where it listens.
        builder.environment()
                .put(
                        "PGPORT",
                        Files.readAllLines(home.resolve("cluster/postmaster.pid"))
                                .get(3)
                                .strip());
        var process = builder.start();
        var said = new String(process.getInputStream().readAllBytes(), UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(program + ": " + said);
        }
        return said;
    }
}
