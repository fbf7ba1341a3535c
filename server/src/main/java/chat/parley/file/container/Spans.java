package chat.parley.file.container;

import java.util.Map;
import java.util.TreeMap;

/// Parts of a file, which may overlap.
public final class Spans {
    /// From where to behind where; they neither overlap nor touch.
    private final TreeMap<Long, Long> all = new TreeMap<>();

    public void add(long from, long end) {
        long first = from;
        long last = end;
        var before = all.floorEntry(from);
        if (before != null && before.getValue() >= from) {
            first = before.getKey();
            last = Math.max(last, before.getValue());
        }
        for (var next = all.ceilingEntry(first);
                next != null && next.getKey() <= last;
                next = all.ceilingEntry(first)) {
            last = Math.max(last, next.getValue());
            all.remove(next.getKey());
        }
        if (last > first) {
            all.put(first, last);
        }
    }

    /// What lies between two places and in none of these.
    public Spans without(long from, long end) {
        var rest = new Spans();
        long at = from;
        for (Map.Entry<Long, Long> one : all.entrySet()) {
            if (one.getValue() <= at) {
                continue;
            }
            if (one.getKey() >= end) {
                break;
            }
            rest.add(at, Math.min(one.getKey(), end));
            at = one.getValue();
        }
        if (at < end) {
            rest.add(at, end);
        }
        return rest;
    }

    /// By where they begin.
    public Map<Long, Long> list() {
        return all;
    }
}
