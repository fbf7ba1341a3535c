package chat.parley.media.net;

import chat.parley.media.Counters;
import java.util.EnumMap;
import java.util.Map;

/// The numbers of a moment, of one loop or of all together.
public final class MediaCounts {
    private final Map<Count, Long> numbers;

    private MediaCounts(Map<Count, Long> numbers) {
        this.numbers = numbers;
    }

    static MediaCounts of(Count count, long number) {
        return new MediaCounts(Map.of(count, number));
    }

    static MediaCounts of(Counters engine, Map<Count, Long> others) {
        var numbers = new EnumMap<Count, Long>(Count.class);
        numbers.put(Count.RECEIVED, engine.received());
        numbers.put(Count.FORWARDED, engine.forwarded());
        numbers.put(Count.RESENT, engine.resent());
        numbers.put(Count.GATED, engine.gated());
        numbers.put(Count.UNKNOWN, engine.unknown());
        numbers.put(Count.STRANGERS, engine.strangers());
        numbers.put(Count.MALFORMED, engine.malformed());
        numbers.put(Count.FORGED, engine.forged());
        numbers.put(Count.REPLAYED, engine.replayed());
        numbers.put(Count.UNBOUND, engine.unbound());
        numbers.putAll(others);
        return new MediaCounts(numbers);
    }

    public long of(Count count) {
        return numbers.getOrDefault(count, 0L);
    }

    MediaCounts plus(MediaCounts other) {
        var sum = new EnumMap<Count, Long>(Count.class);
        for (var count : Count.values()) {
            sum.put(count, of(count) + other.of(count));
        }
        return new MediaCounts(sum);
    }

    @Override
    public String toString() {
        return numbers.toString();
    }
}
