package chat.parley.channel.event;

import chat.parley.account.Caller;
import chat.parley.guild.deed.Changes;
import chat.parley.guild.deed.Deed;
import chat.parley.guild.deed.DeedKind;
import org.jspecify.annotations.Nullable;

/// How the audit log tells what becomes of planned events.
final class EventDeeds {
    /// Discord's number for those that only members see, which all are.
    private static final int MEMBERS_ONLY = 2;

    private EventDeeds() {}

    static Deed created(Caller caller, ScheduledEvent event) {
        return deed(caller, DeedKind.GUILD_SCHEDULED_EVENT_CREATE, event, null, event);
    }

    static Deed updated(Caller caller, ScheduledEvent before, ScheduledEvent after) {
        return deed(caller, DeedKind.GUILD_SCHEDULED_EVENT_UPDATE, after, before, after);
    }

    static Deed deleted(Caller caller, ScheduledEvent event) {
        return deed(caller, DeedKind.GUILD_SCHEDULED_EVENT_DELETE, event, event, null);
    }

    private static Deed deed(
            Caller caller,
            DeedKind kind,
            ScheduledEvent event,
            @Nullable ScheduledEvent before,
            @Nullable ScheduledEvent after) {
        var changes = Changes.between(before, after)
                .tell("name", it -> it.plan().name())
                .tell("description", it -> it.plan().description())
                .tell("status", it -> it.status().number())
                .tell("entity_type", it -> it.plan().kind().number())
                .tell("privacy_level", _ -> MEMBERS_ONLY)
                .tell("channel_id", it -> it.plan().channel())
                .tell("location", it -> it.plan().location())
                .tell("scheduled_start_time", it -> it.plan().startsAt())
                .tell("scheduled_end_time", it -> it.plan().endsAt());
        return Deed.of(caller, event.guild(), kind, event.id()).changing(changes);
    }
}
