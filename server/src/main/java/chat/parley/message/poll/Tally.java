package chat.parley.message.poll;

import java.util.Map;
import java.util.Set;

/// How the votes of a poll stand.
///
/// @param counts by answer; none is 0
/// @param own what the reader voted for
/// @param ended whether nobody can vote any more
public record Tally(Map<Integer, Integer> counts, Set<Integer> own, boolean ended) {
    public int of(int answer) {
        return counts.getOrDefault(answer, 0);
    }

    public int total() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }
}
