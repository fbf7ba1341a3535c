package chat.parley.media;

import chat.parley.media.send.Priority;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// In a large room each member gets only the cameras of those who had the floor last; before anybody spoke, of those
/// who came first. Screens and whoever is pinned come beside them.
final class LastSpeakers {
    private static final Comparator<Subscription> LATEST_FIRST = Comparator.comparingLong(
                    (Subscription it) -> it.track.publisher.floorAt)
            .reversed()
            .thenComparingLong(it -> it.track.publisher.id)
            .thenComparingInt(it -> it.track.id);

    private final List<Subscription> cameras = new ArrayList<>();

    void choose(Participant subscriber) {
        int most = subscriber.cameras;
        cameras.clear();
        for (int i = 0; i < subscriber.subscriptions.size(); i++) {
            var subscription = subscriber.subscriptions.get(i);
            boolean competes = subscription.priority() == Priority.GRID
                    && !subscription.track.codec.audio
                    && subscription.layer() >= 0;
            if (competes && most != Integer.MAX_VALUE) {
                cameras.add(subscription);
            } else {
                subscription.show(true);
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
