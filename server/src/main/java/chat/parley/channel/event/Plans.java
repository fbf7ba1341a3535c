package chat.parley.channel.event;

import chat.parley.account.Caller;
import chat.parley.base.refusal.Refusal;
import chat.parley.channel.Channel;
import chat.parley.channel.View;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What a plan must hold.
final class Plans {
    private Plans() {}

    /// @param now the beginning must lie behind it; absent when it need not any more
    static void require(ScheduledEvent.Plan plan, Caller caller, View view, @Nullable Instant now) {
        if (now != null && plan.startsAt().isBefore(now)) {
            throw Refusal.invalid(
                    "scheduled_start_time", "GUILD_SCHEDULED_EVENT_PAST", "Cannot schedule event in the past.");
        }
        if (plan.endsAt() != null && !plan.endsAt().isAfter(plan.startsAt())) {
            throw Refusal.invalid(
                    "scheduled_end_time", "GUILD_SCHEDULED_EVENT_END", "The end must lie behind the beginning.");
        }
        if (plan.kind() == ScheduledEvent.Kind.EXTERNAL) {
            requireElsewhere(plan);
        } else {
            requireChannel(plan, caller, view);
        }
    }

    private static void requireElsewhere(ScheduledEvent.Plan plan) {
        if (plan.location() == null) {
            throw Refusal.required("entity_metadata.location");
        }
        if (plan.endsAt() == null) {
            throw Refusal.required("scheduled_end_time");
        }
    }

    private static void requireChannel(ScheduledEvent.Plan plan, Caller caller, View view) {
        if (plan.channel() == null) {
            throw Refusal.required("channel_id");
        }
        var channel = view.channel(plan.channel());
        var wanted = plan.kind() == ScheduledEvent.Kind.STAGE ? Channel.Kind.STAGE : Channel.Kind.VOICE;
        if (channel == null || channel.kind() != wanted || !view.canView(caller.id(), plan.channel())) {
            throw Refusal.invalid("channel_id", "CHANNEL_INVALID", "Invalid channel for this kind of event");
        }
    }
}
