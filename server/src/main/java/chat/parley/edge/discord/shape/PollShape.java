package chat.parley.edge.discord.shape;

import static com.fasterxml.jackson.annotation.JsonInclude.Include.ALWAYS;

import chat.parley.message.poll.Tally;
import chat.parley.message.rich.Poll;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/// Discord's poll object.
///
/// @param results how many chose what; absent when nobody knows yet
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record PollShape(
        Media question,
        List<Answer> answers,
        @JsonInclude(ALWAYS) @Nullable Instant expiry,
        boolean allowMultiselect,
        int layoutType,
        @Nullable Results results) {

    /// How the votes stand.
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    public record Results(boolean isFinalized, List<Count> answerCounts) {}

    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    public record Count(int id, int count, boolean meVoted) {}

    /// Text and emoji.
    public record Media(@Nullable String text, @Nullable Object emoji) {}

    /// One that can be chosen.
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    public record Answer(int answerId, Media pollMedia) {}

    static PollShape of(Poll poll, @Nullable Tally tally) {
        return new PollShape(
                new Media(poll.question(), null),
                poll.answers().stream()
                        .map(it -> new Answer(it.id(), new Media(it.text(), emoji(it.emoji()))))
                        .toList(),
                poll.expiresAt(),
                poll.multiselect(),
                poll.layout(),
                tally == null ? null : results(poll, tally));
    }

    private static Results results(Poll poll, Tally tally) {
        var counts = poll.answers().stream()
                .filter(it -> tally.of(it.id()) > 0)
                .map(it -> new Count(it.id(), tally.of(it.id()), tally.own().contains(it.id())))
                .toList();
        return new Results(tally.ended(), counts);
    }

    private static @Nullable Object emoji(@Nullable String emoji) {
        if (emoji == null) {
            return null;
        }
        int colon = emoji.lastIndexOf(':');
        return colon < 0
                ? Map.of("name", emoji)
                : Map.of("id", emoji.substring(colon + 1), "name", emoji.substring(0, colon));
    }
}
