package chat.parley.channel.thread;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What somebody wants to change in a thread; what is `null` stays.
public record ThreadChange(
        @Nullable String name,
        @Nullable Boolean archived,
        @Nullable Boolean locked,
        @Nullable Boolean invitable,
        @Nullable Integer autoArchiveMin,
        @Nullable Integer slowmodeS,
        @Nullable Boolean pinned,
        @Nullable List<Long> tags) {

    public ThreadChange {
        name = name == null ? null : ThreadDraft.fit(name);
        ThreadDraft.requireDuration(autoArchiveMin);
    }

    public static ThreadChange archiving(boolean now) {
        return new ThreadChange(null, now, null, null, null, null, null, null);
    }

    /// Whether it does nothing but open the thread again, which takes less.
    boolean onlyOpens() {
        return Boolean.FALSE.equals(archived)
                && name == null
                && locked == null
                && invitable == null
                && autoArchiveMin == null
                && slowmodeS == null
                && pinned == null
                && tags == null;
    }
}
