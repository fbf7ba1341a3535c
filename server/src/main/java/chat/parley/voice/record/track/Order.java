package chat.parley.voice.record.track;

import java.util.TreeMap;
import java.util.function.Consumer;

/// Puts packets of one source into their order. A gap is waited for as long as a retransmission takes, then passed
/// over.
final class Order {
    private static final int WAITING_MAX = 256;
    private static final long PATIENCE_NANOS = 400_000_000L;

    private final TreeMap<Long, Piece> waiting = new TreeMap<>();
    private long next = -1;

    void take(Piece piece, Consumer<Piece> out) {
        if (next < 0) {
            next = piece.number();
        }
        if (piece.number() < next) {
            return;
        }
        waiting.put(piece.number(), piece);
        flush(piece.nanos(), out);
    }

    void flush(long nowNanos, Consumer<Piece> out) {
        while (!waiting.isEmpty()) {
            var first = waiting.firstEntry();
            boolean late = nowNanos - first.getValue().nanos() > PATIENCE_NANOS || waiting.size() > WAITING_MAX;
            if (first.getKey() != next && !late) {
                return;
            }
            waiting.pollFirstEntry();
            next = first.getKey() + 1;
            out.accept(first.getValue());
        }
    }
}
