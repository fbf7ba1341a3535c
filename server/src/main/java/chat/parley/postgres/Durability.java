package chat.parley.postgres;

import chat.parley.base.sql.Database;
import chat.parley.base.sql.Row;
import chat.parley.config.CannotStart;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// Whether what is acknowledged survives a loss of power.
public final class Durability {
    static final List<String> SETTINGS = List.of("fsync", "full_page_writes", "synchronous_commit");
    private static final int WRITES = 9;
    private static final int PAGE_BYTES = 8_192;

    private Durability() {}

    /// Asks the server itself, because a setting may come from many places.
    ///
    /// @throws CannotStart when one of the three is off
    public static void check(Database database) {
        String columns = SETTINGS.stream()
                .map(it -> "current_setting('" + it + "') AS " + it)
                .collect(Collectors.joining(", "));
        var off = database.first("SELECT " + columns, Durability::off).orElseThrow();
        if (!off.isEmpty()) {
            throw new CannotStart("PostgreSQL runs with " + String.join(" and ", off)
                    + " off and would lose acknowledged messages: set it to on in postgresql.conf and reload.");
        }
    }

    private static List<String> off(Row row) throws SQLException {
        var off = new ArrayList<String>();
        for (String name : SETTINGS) {
            if (row.text(name).equals("off")) {
                off.add(name);
            }
        }
        return off;
    }

    /// The median time in microseconds in which this disk makes a page durable: every acknowledged message waits for
    /// it.
    public static long fdatasyncMicros(Path directory) {
        try {
            Path file = Files.createTempFile(directory, "fdatasync-", ".probe");
            try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                var micros = new long[WRITES];
                for (int i = 0; i < WRITES; i++) {
                    channel.write(ByteBuffer.allocate(PAGE_BYTES));
                    long start = System.nanoTime();
                    channel.force(false);
                    micros[i] = (System.nanoTime() - start) / 1_000;
                }
                Arrays.sort(micros);
                return micros[WRITES / 2];
            } finally {
                Files.delete(file);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("Nothing can be written to " + directory, failure);
        }
    }
}
