package chat.parley.message;

import chat.parley.base.id.Snowflakes;
import chat.parley.base.limit.Limits;
import chat.parley.base.sql.DatabaseFault;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writes one run of the queue. Lives on the writer's thread.
final class Batch {
    private static final Logger LOG = LoggerFactory.getLogger(Batch.class);
    private static final long DOUBT_RETRY_MS = 100;

    private final AppendStore store;
    private final Snowflakes ids;
    private final Clock clock;
    private final Appender.Committed committed;
    private final BooleanSupplier closed;

    Batch(AppendStore store, Snowflakes ids, Clock clock, Appender.Committed committed, BooleanSupplier closed) {
        this.store = store;
        this.ids = ids;
        this.clock = clock;
        this.committed = committed;
        this.closed = closed;
    }

    private record Row(Message message, Pending sender) {}

    /// Every sender has been answered when this returns.
    void write(List<Pending> senders) {
        var rows = new ArrayList<Row>();
        var repeats = new ArrayList<Pending>();
        var keys = new HashSet<Entry.Key>();
        for (var sender : senders) {
            var key = sender.entry().key();
            if (key == null || keys.add(key)) {
                rows.add(new Row(sender.message(ids::next), sender));
            } else {
                repeats.add(sender);
            }
        }
        long floor = Snowflakes.floor(clock.instant().minusMillis(Limits.NONCE_WINDOW_MS));
        repeats.addAll(write(rows, floor));
        answerRepeats(repeats, floor);
    }

    /// Writes, publishes and answers; returns those whose nonce was there before.
    private List<Pending> write(List<Row> rows, long floor) {
        try {
            return settle(rows, store.append(messages(rows), floor));
        } catch (DatabaseFault fault) {
            if (!refusesARow(fault)) {
                LOG.error("The commit of {} messages is in doubt", rows.size(), fault);
                settleDoubt(rows);
                return List.of();
            }
            if (rows.size() > 1) {
                return rows.stream()
                        .flatMap(it -> write(List.of(it), floor).stream())
                        .toList();
            }
            rows.forEach(it -> it.sender().failed(fault));
            return List.of();
        }
    }

    private List<Pending> settle(List<Row> rows, Set<Long> written) {
        var others = new ArrayList<Pending>();
        for (var row : rows) {
            if (written.contains(row.message().id().value())) {
                committed.accept(row.message(), row.sender().entry());
                row.sender().done(new Receipt.Written(row.message()));
            } else {
                others.add(row.sender());
            }
        }
        return others;
    }

    /// Nothing later is written before it is known which rows are there. Those that are not have failed.
    private void settleDoubt(List<Row> rows) {
        while (!closed.getAsBoolean()) {
            try {
                settle(rows, store.present(messages(rows))).forEach(it -> it.failed(Pending.busy()));
                return;
            } catch (DatabaseFault stillAway) {
                LOG.warn("The database does not answer: {}", stillAway.getMessage());
                pause();
            }
        }
        rows.forEach(it -> it.sender().failed(Pending.busy()));
    }

    private static List<Message> messages(List<Row> rows) {
        return rows.stream().map(Row::message).toList();
    }

    private void answerRepeats(List<Pending> repeats, long floor) {
        if (repeats.isEmpty()) {
            return;
        }
        var keys = repeats.stream().map(it -> it.entry().key()).collect(Collectors.toSet());
        try {
            var firsts = store.firsts(keys, floor);
            for (var sender : repeats) {
                var first = firsts.get(sender.entry().key());
                if (first == null) {
                    sender.failed(Pending.busy());
                } else {
                    sender.done(new Receipt.Repeated(first));
                }
            }
        } catch (DatabaseFault fault) {
            LOG.error("{} repeated messages could not be looked up", repeats.size(), fault);
            repeats.forEach(it -> it.failed(Pending.busy()));
        }
    }

    /// PostgreSQL's classes 22 (data) and 23 (constraint), 54 (limit): the statement failed before any commit, because
    /// of what is in it.
    private static boolean refusesARow(DatabaseFault fault) {
        String state = fault.sqlState();
        return state.startsWith("22") || state.startsWith("23") || state.startsWith("54");
    }

    private static void pause() {
        try {
            Thread.sleep(DOUBT_RETRY_MS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
