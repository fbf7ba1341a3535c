package chat.parley.edge.discord.rest.schedule;

import chat.parley.channel.event.Recurrence;
import chat.parley.channel.event.Recurrence.Frequency;
import chat.parley.channel.event.Recurrence.NthWeekday;
import chat.parley.channel.event.Recurrence.Yearly;
import chat.parley.edge.discord.rest.body.Body;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Reads how an event recurs. Not everything that can be said may be said
/// (<https://discord.com/developers/docs/resources/guild-scheduled-event#guild-scheduled-event-recurrence-rule-object-system-limitations>).
final class RecurrenceBody {
    private static final int DAYS = 7;
    private static final int WEEKS = 5;
    private static final int MONTHS = 12;
    private static final int MONTH_DAYS = 31;

    /// Working days, the week's end and their like: what several days of a week may be.
    private static final Set<Set<Integer>> DAILY = Set.of(
            Set.of(0, 1, 2, 3, 4),
            Set.of(1, 2, 3, 4, 5),
            Set.of(6, 0, 1, 2, 3),
            Set.of(4, 5),
            Set.of(5, 6),
            Set.of(6, 0));

    private RecurrenceBody() {}

    static @Nullable Recurrence of(Body event) {
        var body = event.object("recurrence_rule");
        if (body == null) {
            return null;
        }
        var start = EventBody.time(body, "start");
        var number = body.number("frequency", 0, Frequency.DAILY.number());
        var frequency = number == null ? null : Frequency.of(number);
        if (start == null) {
            body.wrong("start", "BASE_TYPE_REQUIRED", "This field is required");
        }
        if (frequency == null) {
            body.wrong("frequency", "BASE_TYPE_REQUIRED", "This field is required");
        }
        if (start == null || frequency == null) {
            return null;
        }
        var interval = body.number("interval", 1, 2);
        int every = interval == null ? 1 : interval;
        if (every != 1 && frequency != Frequency.WEEKLY) {
            body.wrong("interval", "BASE_TYPE_CHOICES", "Only weekly events may have an interval of 2.");
        }
        refuseOthers(body, frequency);
        return new Recurrence(
                start,
                EventBody.time(body, "end"),
                frequency,
                every,
                weekdays(body, frequency),
                nth(body),
                yearly(body));
    }

    /// Each frequency has days of its own kind.
    private static void refuseOthers(Body body, Frequency frequency) {
        boolean weekly = frequency == Frequency.WEEKLY || frequency == Frequency.DAILY;
        refuse(body, "by_weekday", !weekly);
        refuse(body, "by_n_weekday", frequency != Frequency.MONTHLY);
        refuse(body, "by_month", frequency != Frequency.YEARLY);
        refuse(body, "by_month_day", frequency != Frequency.YEARLY);
        refuse(body, "by_year_day", true);
        refuse(body, "count", true);
    }

    private static void refuse(Body body, String field, boolean unfit) {
        if (unfit && body.has(field) && !body.isNull(field)) {
            body.wrong(field, "GUILD_SCHEDULED_EVENT_RECURRENCE", "This cannot be said of such a frequency.");
        }
    }

    private static List<Integer> weekdays(Body body, Frequency frequency) {
        var days = numbers(body, "by_weekday", 0, DAYS - 1);
        boolean fits = days.isEmpty() || (frequency == Frequency.WEEKLY ? days.size() == 1 : DAILY.contains(days));
        if (!fits) {
            body.wrong("by_weekday", "GUILD_SCHEDULED_EVENT_RECURRENCE", "These days cannot be chosen together.");
        }
        return List.copyOf(days);
    }

    private static @Nullable NthWeekday nth(Body body) {
        var all = body.objects("by_n_weekday", 1);
        if (all.isEmpty()) {
            return null;
        }
        var n = all.getFirst().number("n", 1, WEEKS);
        var day = all.getFirst().number("day", 0, DAYS - 1);
        if (n == null || day == null) {
            body.wrong("by_n_weekday", "BASE_TYPE_REQUIRED", "Both n and day are required");
            return null;
        }
        return new NthWeekday(n, day);
    }

    private static @Nullable Yearly yearly(Body body) {
        var months = new ArrayList<>(numbers(body, "by_month", 1, MONTHS));
        var days = new ArrayList<>(numbers(body, "by_month_day", 1, MONTH_DAYS));
        if (months.isEmpty() && days.isEmpty()) {
            return null;
        }
        if (months.size() != 1 || days.size() != 1) {
            body.wrong("by_month", "GUILD_SCHEDULED_EVENT_RECURRENCE", "One month and one day of it are to be said.");
            return null;
        }
        return new Yearly(months.getFirst(), days.getFirst());
    }

    private static Set<Integer> numbers(Body body, String field, int min, int max) {
        var numbers = new TreeSet<Integer>();
        for (var node : body.tree().path(field)) {
            if (node.isInt() && node.asInt() >= min && node.asInt() <= max) {
                numbers.add(node.asInt());
            } else {
                body.wrong(field, "NUMBER_TYPE_COERCE", "Must be numbers from " + min + " to " + max + ".");
            }
        }
        return numbers;
    }
}
