package chat.parley.channel.event;

import chat.parley.base.bus.Event;
import chat.parley.base.id.GuildId;
import chat.parley.base.id.UserId;

/// What happens to scheduled events. Published under the guild's right to write.
public sealed interface ScheduledEventChange extends Event {
    ScheduledEvent event();

    default GuildId guild() {
        return event().guild();
    }

    record Created(ScheduledEvent event) implements ScheduledEventChange {}

    record Updated(ScheduledEvent event) implements ScheduledEventChange {}

    record Deleted(ScheduledEvent event) implements ScheduledEventChange {}

    /// Somebody is interested, or no more.
    record Interest(ScheduledEvent event, UserId user, boolean interested) implements ScheduledEventChange {}
}
