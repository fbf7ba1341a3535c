package chat.parley.load.peer;

import chat.parley.load.node.Node;
import chat.parley.load.node.Program;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// Where a server runs.
interface Host extends AutoCloseable {
    /// CPU time of the program so far, in seconds.
    double cpuSeconds() throws IOException;

    /// CPU time of the database that it keeps messages in, in seconds; 0 where it keeps none.
    double databaseCpuSeconds() throws IOException;

    /// Resident memory of the program, in megabytes.
    double rssMb() throws IOException;

    @Override
    void close() throws IOException;

    /// A program, and the database beside it if it keeps what is said.
    record Programs(Program program, @Nullable Program database) implements Host {
        @Override
        public double cpuSeconds() throws IOException {
            return program.cpuSeconds();
        }

        @Override
        public double databaseCpuSeconds() throws IOException {
            return database == null ? 0 : database.cpuSeconds();
        }

        @Override
        public double rssMb() throws IOException {
            return program.rssMb();
        }

        @Override
        public void close() throws IOException {
            program.close();
            if (database != null) {
                database.close();
            }
        }
    }

    /// Parley, which starts its database itself.
    record Ours(Node node) implements Host {
        @Override
        public double cpuSeconds() throws IOException {
            return node.jvmCpuSeconds();
        }

        @Override
        public double databaseCpuSeconds() throws IOException {
            return node.cpuSeconds() - node.jvmCpuSeconds();
        }

        @Override
        public double rssMb() throws IOException {
            return node.rssMb();
        }

        @Override
        public void close() throws IOException {
            node.close();
        }
    }
}
