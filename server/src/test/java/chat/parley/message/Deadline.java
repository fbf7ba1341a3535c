package chat.parley.message;

import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/// Waits for what must come true soon.
public final class Deadline {
    private static final long MAX_NS = 20_000_000_000L;
    private static final long STEP_NS = 2_000_000;

    private Deadline() {}

    public static void await(BooleanSupplier condition) {
        long start = System.nanoTime();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - start > MAX_NS) {
                throw new AssertionError("It did not come true within 20 s");
            }
            LockSupport.parkNanos(STEP_NS);
        }
    }
}
