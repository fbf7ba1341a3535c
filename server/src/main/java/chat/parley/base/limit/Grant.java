package chat.parley.base.limit;

import chat.parley.base.refusal.Refusal;
import chat.parley.base.refusal.Refused;

/// What a rate limit says to one use.
///
/// @param remaining further uses at once
/// @param resetAfterMs until all uses are there again; of a refused use, until there is one
/// @param resetAtMs when that is, in milliseconds since 1970
public record Grant(boolean allowed, int limit, int remaining, long resetAfterMs, long resetAtMs) {

    /// @throws Refused with `TooOften` when the use is not granted
    public void orRefuse(boolean global) {
        if (!allowed) {
            throw new Refused(new Refusal.TooOften(resetAfterMs, global));
        }
    }
}
