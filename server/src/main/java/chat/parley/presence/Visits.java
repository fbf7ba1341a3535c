package chat.parley.presence;

import chat.parley.base.bus.Bus;
import chat.parley.base.id.UserId;
import chat.parley.guild.member.Membership;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Shows visitors out: who joined by a temporary invite and was given no role leaves when their last connection is
/// gone.
public final class Visits {
    private static final Logger LOG = LoggerFactory.getLogger(Visits.class);

    private final Membership membership;

    public Visits(Membership membership, Bus bus) {
        this.membership = membership;
        // A listener must not block, and leaving writes to the database.
        bus.subscribe(PresenceEvent.Gone.class, it -> Thread.startVirtualThread(() -> end(it.user())));
    }

    private void end(UserId user) {
        try {
            membership.endVisits(user);
        } catch (RuntimeException fault) {
            LOG.error("A visit was not ended", fault);
        }
    }
}
