package chat.parley.edge.discord.gateway.event;

import chat.parley.channel.event.ScheduledEvent;
import chat.parley.channel.event.ScheduledEventChange;
import chat.parley.edge.discord.gateway.session.Intents;
import chat.parley.edge.discord.shape.thread.ScheduledEventShape;
import java.util.List;
import java.util.Map;

/// What a community plans. Who sees the channel of an event hears of it.
final class ScheduleWords {
    List<Delivery> of(ScheduledEventChange change) {
        return switch (change) {
            case ScheduledEventChange.Created(var event) -> List.of(whole("GUILD_SCHEDULED_EVENT_CREATE", event));
            case ScheduledEventChange.Updated(var event) -> List.of(whole("GUILD_SCHEDULED_EVENT_UPDATE", event));
            case ScheduledEventChange.Deleted(var event) -> List.of(whole("GUILD_SCHEDULED_EVENT_DELETE", event));
            case ScheduledEventChange.Interest(var event, var user, var interested) ->
                List.of(Delivery.of(
                        event.guild(),
                        audience(event),
                        Intents.GUILD_SCHEDULED_EVENTS,
                        interested ? "GUILD_SCHEDULED_EVENT_USER_ADD" : "GUILD_SCHEDULED_EVENT_USER_REMOVE",
                        Map.of(
                                "guild_scheduled_event_id",
                                event.id(),
                                "user_id",
                                user,
                                "guild_id",
                                event.guild(),
                                "response",
                                interested ? 1 : 0)));
        };
    }

    private static Delivery whole(String type, ScheduledEvent event) {
        return Delivery.of(
                event.guild(),
                audience(event),
                Intents.GUILD_SCHEDULED_EVENTS,
                type,
                ScheduledEventShape.of(event, null));
    }

    private static Audience audience(ScheduledEvent event) {
        var channel = event.plan().channel();
        return channel == null ? new Audience.Members() : new Audience.Seeing(channel);
    }
}
