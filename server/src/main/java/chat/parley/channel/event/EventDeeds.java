package chat.parley.channel.event;

import chat.parley.account.Caller;
import chat.parley.guild.deed.Changes;
import chat.parley.guild.deed.Deed;
import chat.parley.guild.deed.DeedKind;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// How the audit log tells what becomes of events; as at Discord, not when they take place.
final class EventDeeds {
    private EventDeeds() {}

    static Deed created(Caller caller, ScheduledEvent event) {
        return deed(caller, DeedKind.GUILD_SCHEDULED_EVENT_CREATE, null, event);
    }

    static Deed changed(Caller caller, ScheduledEvent before, ScheduledEvent after) {
        return deed(caller, DeedKind.GUILD_SCHEDULED_EVENT_UPDATE, before, after);
    }

    static Deed deleted(Caller caller, ScheduledEvent event) {
        return deed(caller, DeedKind.GUILD_SCHEDULED_EVENT_DELETE, event, null);
    }

    private static Deed deed(
            Caller caller, DeedKind kind, @Nullable ScheduledEvent before, @Nullable ScheduledEvent after) {
        var there = after == null ? Objects.requireNonNull(before) : after;
        return Deed.of(caller, there.guild(), kind, there.id())
                .changing(Changes.between(before, after)
                        .tell("name", it -> it.plan().name())
                        .tell("description", it -> it.plan().description())
                        .tell("status", it -> it.status().number())
                        .tell("entity_type", it -> it.plan().kind().number())
                        .tell("channel_id", it -> it.plan().channel())
                        .tell("location", it -> it.plan().location())
                        .tell("image_hash", it -> it.plan().image())
                        .tell("privacy_level", _ -> 2));
    }
}
