package chat.parley.load.scenario;

import static java.nio.charset.StandardCharsets.US_ASCII;

import chat.parley.load.crowd.Ear;
import chat.parley.load.crowd.Frame;
import java.util.BitSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/// Which messages each client has heard, by their numbers.
final class HeardNumbers implements Ear {
    private static final byte[] MARK = ("\"content\":\"" + Day.NUMBER).getBytes(US_ASCII);

    private final BitSet[] numbers;
    private final AtomicLong doubled = new AtomicLong();

    HeardNumbers(int clients) {
        numbers = IntStream.range(0, clients).mapToObj(_ -> new BitSet()).toArray(BitSet[]::new);
    }

    @Override
    public void message(int client, Frame frame) {
        hear(client, (int) frame.plainNumber(MARK));
    }

    void hear(int client, int number) {
        synchronized (numbers[client]) {
            if (numbers[client].get(number)) {
                doubled.incrementAndGet();
            }
            numbers[client].set(number);
        }
    }

    long doubled() {
        return doubled.get();
    }

    /// @param written all numbers below were written
    long lost(int written) {
        long lost = 0;
        for (var own : numbers) {
            synchronized (own) {
                lost += written - own.get(0, written).cardinality();
            }
        }
        return lost;
    }
}
