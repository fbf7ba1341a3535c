package chat.parley.load.peer;

import chat.parley.load.Options;
import chat.parley.load.Report;

/// What connections that say nothing cost other servers: each is started alone, has its first listeners once to
/// and fro, and then all of them.
public final class Bystanders {
    private static final int SETTLE_MS = 10_000;
    private static final int FIRST = 20;

    private Bystanders() {}

    /// Nothing without `--peers`.
    public static void tell(Report report, Options options, int sockets) throws Exception {
        if (!options.has("peers")) {
            return;
        }
        var folder = options.peers();
        report.versions(folder.resolve("versions"));
        for (var other : Brokers.in(folder)) {
            var peer = other.begin(folder);
            if (peer.isEmpty()) {
                report.add(other.name(), "not there: see load/peers/get.sh");
                continue;
            }
            try (var it = peer.get()) {
                tell(report, it, sockets);
            }
        }
    }

    private static void tell(Report report, Peer peer, int sockets) throws Exception {
        peer.audience(FIRST).close();
        Thread.sleep(1_000);
        double empty = peer.host().rssMb();
        long began = System.nanoTime();
        var audience = peer.audience(sockets);
        try {
            double openedS = (System.nanoTime() - began) / 1e9;
            double cpu = peer.host().cpuSeconds();
            Thread.sleep(SETTLE_MS);
            double full = peer.host().rssMb();
            report.add(peer.name() + " rss_mb_empty", empty)
                    .add(peer.name() + " all_connected_in_s", openedS)
                    .add(peer.name() + " rss_mb_settled", full)
                    .add(peer.name() + " rss_kb_per_socket", (full - empty) * 1024 / sockets)
                    .add(
                            peer.name() + " idle_cpu_percent_of_a_core",
                            (peer.host().cpuSeconds() - cpu) * 100_000 / SETTLE_MS);
        } finally {
            audience.close();
        }
    }
}
