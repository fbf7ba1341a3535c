package chat.parley.channel.event;

import chat.parley.base.id.ChannelId;
import chat.parley.base.id.EntityId;
import chat.parley.base.id.GuildId;
import chat.parley.base.id.UserId;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Something that a community plans.
public record ScheduledEvent(EntityId id, GuildId guild, UserId creator, Plan plan, Status status) {
    private static final Duration OPEN_END = Duration.ofHours(12);

    /// What is planned.
    ///
    /// @param channel where it takes place, absent when that is elsewhere
    /// @param location where elsewhere
    /// @param endsAt must be known when it takes place elsewhere
    /// @param image hash of its cover
    public record Plan(
            Kind kind,
            String name,
            @Nullable String description,
            @Nullable ChannelId channel,
            @Nullable String location,
            Instant startsAt,
            @Nullable Instant endsAt,
            @Nullable String image,
            @Nullable Recurrence recurrence) {

        /// The same at another time.
        Plan at(Instant start) {
            var end = endsAt == null ? null : start.plus(Duration.between(startsAt, endsAt));
            return new Plan(kind, name, description, channel, location, start, end, image, recurrence);
        }

        /// When it ends; without a time of its own after a while that is long enough for any.
        Instant latestEnd() {
            return endsAt == null ? startsAt.plus(OPEN_END) : endsAt;
        }
    }

    public ScheduledEvent with(Plan other, Status next) {
        return new ScheduledEvent(id, guild, creator, other, next);
    }

    /// When it goes on by itself, absent when it is over.
    @Nullable
    Instant dueAt() {
        return switch (status) {
            case SCHEDULED -> plan.startsAt();
            case ACTIVE -> plan.latestEnd();
            case COMPLETED, CANCELED -> null;
        };
    }

    /// What becomes of it by itself: it begins, and it ends or is planned anew for its next time.
    ScheduledEvent proceeded(Instant now) {
        if (status == Status.SCHEDULED && !plan.startsAt().isAfter(now)) {
            return with(plan, Status.ACTIVE).proceeded(now);
        }
        if (status == Status.ACTIVE && !plan.latestEnd().isAfter(now)) {
            return ended(now);
        }
        return this;
    }

    /// Over, or planned for its next time.
    ScheduledEvent ended(Instant now) {
        var rule = plan.recurrence();
        var from = plan.startsAt().isAfter(now) ? plan.startsAt() : now;
        var next = rule == null ? null : rule.next(from);
        return next == null ? with(plan, Status.COMPLETED) : with(plan.at(next), Status.SCHEDULED);
    }

    /// `number` is Discord's.
    public enum Kind {
        STAGE(1),
        VOICE(2),
        EXTERNAL(3);

        private final int number;

        Kind(int number) {
            this.number = number;
        }

        public static Kind of(int number) {
            return number == STAGE.number ? STAGE : number == VOICE.number ? VOICE : EXTERNAL;
        }

        public int number() {
            return number;
        }
    }

    /// `number` is Discord's.
    public enum Status {
        SCHEDULED(1),
        ACTIVE(2),
        COMPLETED(3),
        CANCELED(4);

        private final int number;

        Status(int number) {
            this.number = number;
        }

        /// @throws IllegalArgumentException when none has it
        public static Status of(int number) {
            for (var status : values()) {
                if (status.number == number) {
                    return status;
                }
            }
            throw new IllegalArgumentException("No status " + number);
        }

        public int number() {
            return number;
        }

        /// Planned things begin or are called off, those that run end.
        boolean leadsTo(Status next) {
            return this == next
                    || (this == SCHEDULED && (next == ACTIVE || next == CANCELED))
                    || (this == ACTIVE && next == COMPLETED);
        }
    }
}
