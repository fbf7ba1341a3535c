package chat.parley.message.read;

import chat.parley.account.Caller;
import chat.parley.base.bus.Bus;
import chat.parley.base.cache.BoundedCache;
import chat.parley.base.id.ChannelId;
import chat.parley.base.id.UserId;
import chat.parley.base.limit.Limits;
import chat.parley.channel.Channels;
import chat.parley.message.MessageEvent;
import chat.parley.permission.Permission;
import java.time.Clock;
import java.time.Instant;

/// Who is writing. Told to those who see the channel, stored nowhere, and not told again while it is still fresh.
public final class Typing {
    private final Channels channels;
    private final Bus bus;
    private final Clock clock;
    private final BoundedCache<Place, Instant> told = new BoundedCache<>(Limits.TYPING_KEPT_MAX);

    private record Place(UserId user, ChannelId channel) {}

    public Typing(Channels channels, Bus bus, Clock clock) {
        this.channels = channels;
        this.bus = bus;
        this.clock = clock;
        // Whoever has sent their message and writes on is news again.
        bus.subscribe(
                MessageEvent.Posted.class,
                it -> told.forget(new Place(it.message().author(), it.message().channel())));
    }

    public void start(Caller caller, ChannelId channel) {
        var access = channels.seenBy(caller, channel).requiring(Permission.SEND_MESSAGES);
        var place = new Place(caller.id(), channel);
        var now = clock.instant();
        var before = told.find(place);
        if (before != null && before.plusMillis(Limits.TYPING_QUIET_MS).isAfter(now)) {
            return;
        }
        told.replace(place, now);
        bus.publish(new MessageEvent.Typing(access.guild().id(), channel, caller.id(), now));
    }
}
