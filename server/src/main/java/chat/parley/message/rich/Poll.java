package chat.parley.message.rich;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A question with answers to choose from. Votes stand in a table of their own.
///
/// @param expiresAt no vote counts from then on
/// @param layout Discord's number, always 1
public record Poll(String question, List<Answer> answers, Instant expiresAt, boolean multiselect, int layout) {

    /// @param id 1 and up, in the order shown
    /// @param emoji unicode, or `name:id`
    public record Answer(int id, String text, @Nullable String emoji) {}

    public Poll endingAt(Instant time) {
        return new Poll(question, answers, time, multiselect, layout);
    }
}
