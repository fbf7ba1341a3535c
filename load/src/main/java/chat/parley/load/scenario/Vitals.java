package chat.parley.load.scenario;

import chat.parley.load.node.Jcmd;
import chat.parley.load.node.Node;
import chat.parley.load.node.Processes;

/// What a leak would show in, at one moment, after a collection.
record Vitals(double rssMb, double heapMb, double threads, double files, double databaseProcesses) {
    /// With how much each may grow: a part of itself, and whatever that is, so much.
    enum Sign {
        RSS("jvm_rss_mb", 0.15, 40),
        HEAP("heap_mb", 0.3, 20),
        THREADS("threads", 0.1, 8),
        FILES("open_files", 0.1, 20),
        DATABASE("database_processes", 0.1, 4);

        final String title;
        final double part;
        final double slack;

        Sign(String title, double part, double slack) {
            this.title = title;
            this.part = part;
            this.slack = slack;
        }

        double in(Vitals vitals) {
            return switch (this) {
                case RSS -> vitals.rssMb;
                case HEAP -> vitals.heapMb;
                case THREADS -> vitals.threads;
                case FILES -> vitals.files;
                case DATABASE -> vitals.databaseProcesses;
            };
        }
    }

    static Vitals of(Node node) throws Exception {
        double heap = Jcmd.heap(node.pid()).usedMb();
        return new Vitals(
                node.rssMb(),
                heap,
                Processes.threads(node.pid()),
                Processes.files(node.pid()),
                Processes.descendants(node.pid()));
    }
}
