package chat.parley.channel.event;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How an event recurs, as Discord lets it be said
/// (<https://discord.com/developers/docs/resources/guild-scheduled-event#guild-scheduled-event-recurrence-rule-object>).
/// Days are counted in UTC, as there.
///
/// @param start when it took place first
/// @param end after which it recurs no more
/// @param interval 2 for every other week, 1 otherwise
/// @param weekdays 0 is Monday
public record Recurrence(
        Instant start,
        @Nullable Instant end,
        Frequency frequency,
        int interval,
        List<Integer> weekdays,
        @Nullable NthWeekday nth,
        @Nullable Yearly yearly) {
    /// Two leap days lie at most eight years apart.
    private static final int HORIZON_DAYS = 9 * 366;

    public Recurrence {
        weekdays = List.copyOf(weekdays);
    }

    /// `number` is Discord's.
    public enum Frequency {
        YEARLY(0),
        MONTHLY(1),
        WEEKLY(2),
        DAILY(3);

        private final int number;

        Frequency(int number) {
            this.number = number;
        }

        public int number() {
            return number;
        }

        /// Absent when none has it.
        public static @Nullable Frequency of(int number) {
            for (var frequency : values()) {
                if (frequency.number == number) {
                    return frequency;
                }
            }
            return null;
        }
    }

    /// @param n 1 to 5, where 5 is the last of the month
    /// @param day 0 is Monday
    public record NthWeekday(int n, int day) {}

    public record Yearly(int month, int day) {}

    /// The same from another time on; what was chosen as its day goes along.
    public Recurrence from(Instant other) {
        var day = other.atOffset(ZoneOffset.UTC).toLocalDate();
        boolean weekly = frequency == Frequency.WEEKLY && !weekdays.isEmpty();
        int n = Math.min((day.getDayOfMonth() - 1) / 7 + 1, 5);
        return new Recurrence(
                other,
                end,
                frequency,
                interval,
                weekly ? List.of(number(day)) : weekdays,
                nth == null ? null : new NthWeekday(n, number(day)),
                yearly == null ? null : new Yearly(day.getMonthValue(), day.getDayOfMonth()));
    }

    /// The first time later than this, `null` when there is none any more.
    public @Nullable Instant next(Instant after) {
        var first = start.atOffset(ZoneOffset.UTC);
        var from = after.isBefore(start) ? start : after;
        var day = from.atOffset(ZoneOffset.UTC).toLocalDate();
        for (int i = 0; i < HORIZON_DAYS; i++, day = day.plusDays(1)) {
            if (falls(first.toLocalDate(), day)) {
                var time = day.atTime(first.toLocalTime()).toInstant(ZoneOffset.UTC);
                if (end != null && time.isAfter(end)) {
                    return null;
                }
                if (time.isAfter(after) && !time.isBefore(start)) {
                    return time;
                }
            }
        }
        return null;
    }

    private boolean falls(LocalDate first, LocalDate day) {
        return switch (frequency) {
            case DAILY -> weekdays.isEmpty() || weekdays.contains(number(day));
            case WEEKLY -> {
                int wanted = weekdays.isEmpty() ? number(first) : weekdays.getFirst();
                long weeks = ChronoUnit.WEEKS.between(monday(first), monday(day));
                yield number(day) == wanted && weeks % interval == 0;
            }
            case MONTHLY -> nth == null ? day.getDayOfMonth() == first.getDayOfMonth() : isNth(day, nth);
            case YEARLY -> {
                int month = yearly == null ? first.getMonthValue() : yearly.month();
                int date = yearly == null ? first.getDayOfMonth() : yearly.day();
                yield day.getMonthValue() == month && day.getDayOfMonth() == date;
            }
        };
    }

    private static boolean isNth(LocalDate day, NthWeekday nth) {
        if (number(day) != nth.day()) {
            return false;
        }
        boolean last = day.plusWeeks(1).getMonthValue() != day.getMonthValue();
        return nth.n() == 5 ? last : (day.getDayOfMonth() - 1) / 7 + 1 == nth.n();
    }

    private static LocalDate monday(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    private static int number(LocalDate day) {
        return day.getDayOfWeek().getValue() - 1;
    }
}
