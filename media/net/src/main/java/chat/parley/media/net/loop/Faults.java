package chat.parley.media.net.loop;

import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What went wrong in a loop, and by whom. Owned by the loop's thread; anybody may read the [#count].
final class Faults {
    private static final Logger LOG = LoggerFactory.getLogger(MediaLoop.class);
    /// Of one participant.
    private static final int MAX = 8;

    private static final int LOGGED_FIRST = 10;
    private static final int LOGGED_EVERY = 1000;

    private final Map<Long, Integer> byParticipant = new HashMap<>();
    private volatile long count;

    void happened(String what, Exception fault) {
        long now = count + 1;
        count = now;
        if (now < LOGGED_FIRST || now % LOGGED_EVERY == 0) {
            LOG.error("{} ({} so far)", what, now, fault);
        }
    }

    /// One more by this participant, 0 for a stranger.
    ///
    /// @return true when it is to be shown out
    boolean tooMany(long participant) {
        if (participant == 0 || byParticipant.merge(participant, 1, Integer::sum) < MAX) {
            return false;
        }
        byParticipant.remove(participant);
        return true;
    }

    long count() {
        return count;
    }
}
