package chat.parley.media.send;

import java.util.List;

/// Divides a line among its video streams. First everybody gets the smallest size, in the order of priority,
/// because a small picture is worth more than none; then screens grow, then who is pinned, then the others in
/// turns. A stream grows only when some room is left beside, so that it does not go to and fro. A picture that goes is
/// not stopped for an estimate alone, which a busy computer pulls down as well as a full line does.
public final class Allocator {
    private static final Priority[] PRIORITIES = Priority.values();
    private static final double ROOM = 0.1;

    private long left;
    private long room;
    private long used;
    private long next;

    /// @param bits a second for all of them
    /// @param proved false as long as the line has never been full: then nobody is refused the smallest size
    /// @param strained the line is full and stays so: then even what goes in the smallest size is stopped where it
    ///     must be
    public void divide(List<Share> shares, long bits, boolean proved, boolean strained, long nowNanos) {
        left = bits;
        room = (long) (bits * ROOM);
        used = 0;
        next = 0;
        for (var priority : PRIORITIES) {
            begin(shares, priority, proved, strained);
        }
        for (var priority : PRIORITIES) {
            while (grow(shares, priority)) {
                // In turns, a size each.
            }
        }
        for (int i = 0; i < shares.size(); i++) {
            if (shares.get(i).offered()) {
                shares.get(i).settle(nowNanos);
            }
        }
    }

    /// Bits a second of what is planned, which may be more than there is.
    public long used() {
        return used;
    }

    /// What the line would have to carry for one more size, or 0 when nobody wants more.
    public long wanting() {
        return next == 0 ? 0 : (long) ((used + next) / (1 - ROOM)) + 1;
    }

    private void begin(List<Share> shares, Priority priority, boolean proved, boolean strained) {
        for (int i = 0; i < shares.size(); i++) {
            var share = shares.get(i);
            if (share.priority == priority) {
                share.planned = Share.NONE;
                if (share.offered()) {
                    take(share, proved && (strained || share.stopped()));
                }
            }
        }
    }

    private boolean grow(List<Share> shares, Priority priority) {
        boolean grew = false;
        for (int i = 0; i < shares.size(); i++) {
            var share = shares.get(i);
            boolean larger = share.priority == priority && share.planned >= 0 && share.above(share.planned) >= 0;
            grew |= larger && take(share, true);
        }
        return grew;
    }

    private boolean take(Share share, boolean refusable) {
        int size = share.above(share.planned);
        long more = share.cost(size) - share.cost(share.planned);
        boolean rises = size > share.granted();
        if (refusable && more > left - (rises ? room : 0)) {
            next = next == 0 ? more : next;
            return false;
        }
        left -= more;
        used += more;
        share.planned = size;
        return true;
    }
}
