package chat.parley.load.sfu;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/// Keeps the publishers in their calls while others are measured.
final class Keeper implements AutoCloseable {
    private static final int PERIOD_MS = 1_000;

    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("keeper").daemon().factory());

    Keeper(List<Call> calls) {
        var _ = clock.scheduleAtFixedRate(
                () -> calls.forEach(Keeper::keep), PERIOD_MS, PERIOD_MS, TimeUnit.MILLISECONDS);
    }

    private static void keep(Call call) {
        try {
            call.publisher.attend();
        } catch (IOException broken) {
            System.err.println(call.unit.name() + ": " + broken);
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
