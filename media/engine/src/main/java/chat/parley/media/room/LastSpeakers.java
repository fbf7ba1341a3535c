package chat.parley.media.room;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// In a large room each member gets only the cameras of those who had the floor last; before anybody spoke, of those
/// who came first. Screens and whoever is pinned come beside them.
public final class LastSpeakers {
    private static final Comparator<Seen> LATEST_FIRST = Comparator.comparingLong(Seen::floorAt)
            .reversed()
            .thenComparingLong(Seen::publisher)
            .thenComparingInt(Seen::track);

    private final List<Seen> cameras = new ArrayList<>();

    /// What somebody gets of somebody else.
    public interface Seen {
        /// False for what is shown however many cameras there are.
        boolean competes();

        /// When its publisher last got the floor.
        long floorAt();

        /// Whoever came earlier has a smaller one.
        long publisher();

        int track();

        void show(boolean shown);
    }

    /// @param most how many cameras are shown
    public void choose(List<? extends Seen> all, int most) {
        cameras.clear();
        for (int i = 0; i < all.size(); i++) {
            var seen = all.get(i);
            if (most != Integer.MAX_VALUE && seen.competes()) {
                cameras.add(seen);
            } else {
                seen.show(true);
            }
        }
        if (cameras.size() > most) {
            cameras.sort(LATEST_FIRST);
        }
        for (int i = 0; i < cameras.size(); i++) {
            cameras.get(i).show(i < most);
        }
    }
}
