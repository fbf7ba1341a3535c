package chat.parley.channel.event;

import chat.parley.base.id.ChannelId;
import chat.parley.base.id.EntityId;
import chat.parley.base.id.GuildId;
import chat.parley.base.id.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Something that a community plans.
public record ScheduledEvent(EntityId id, GuildId guild, UserId creator, Plan plan, Status status) {

    /// What is planned.
    ///
    /// @param channel where it takes place, absent when that is elsewhere
    /// @param location where elsewhere
    /// @param endsAt must be known when it takes place elsewhere
    public record Plan(
            Kind kind,
            String name,
            @Nullable String description,
            @Nullable ChannelId channel,
            @Nullable String location,
            Instant startsAt,
            @Nullable Instant endsAt) {}

    public ScheduledEvent with(Plan other, Status next) {
        return new ScheduledEvent(id, guild, creator, other, next);
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
