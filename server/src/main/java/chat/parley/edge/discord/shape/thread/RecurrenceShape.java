package chat.parley.edge.discord.shape.thread;

import static com.fasterxml.jackson.annotation.JsonInclude.Include.ALWAYS;

import chat.parley.channel.event.Recurrence;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/// How an event recurs, in Discord's words.
@JsonInclude(ALWAYS)
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record RecurrenceShape(
        Instant start,
        @Nullable Instant end,
        int frequency,
        int interval,
        @Nullable List<Integer> byWeekday,
        @JsonProperty("by_n_weekday") @Nullable List<Recurrence.NthWeekday> byNthWeekday,
        @Nullable List<Integer> byMonth,
        @Nullable List<Integer> byMonthDay,
        @Nullable List<Integer> byYearDay,
        @Nullable Integer count) {

    static @Nullable RecurrenceShape of(@Nullable Recurrence rule) {
        if (rule == null) {
            return null;
        }
        var yearly = rule.yearly();
        return new RecurrenceShape(
                rule.start(),
                rule.end(),
                rule.frequency().number(),
                rule.interval(),
                rule.weekdays().isEmpty() ? null : rule.weekdays(),
                rule.nth() == null ? null : List.of(rule.nth()),
                yearly == null ? null : List.of(yearly.month()),
                yearly == null ? null : List.of(yearly.day()),
                null,
                null);
    }
}
