package chat.parley.edge.discord.rest.body;

import chat.parley.base.limit.Limits;
import chat.parley.message.rich.Poll;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads a poll that somebody wants to ask.
final class PollBody {
    private static final int DURATION_H = 24;
    private static final int LAYOUT = 1;

    private PollBody() {}

    /// Absent when there is none.
    ///
    /// @param now when it is asked
    static @Nullable Poll of(Body body, Instant now) {
        var given = body.object("poll");
        if (given == null) {
            return null;
        }
        var question = given.object("question");
        String text = question == null ? "" : question.requiredText("text", 1, Limits.POLL_QUESTION_MAX_CHARS);
        if (question == null) {
            given.wrong("question", "BASE_TYPE_REQUIRED", "This field is required");
        }
        var hours = given.number("duration", 1, Limits.POLL_DURATION_MAX_H);
        boolean several = given.flag("allow_multiselect", false);
        given.number("layout_type", LAYOUT, LAYOUT);
        var answers = answers(given);
        var end = now.plus(Duration.ofHours(hours == null ? DURATION_H : hours));
        return new Poll(text, answers, end.truncatedTo(ChronoUnit.MILLIS), several, LAYOUT);
    }

    private static List<Poll.Answer> answers(Body given) {
        var answers = new ArrayList<Poll.Answer>();
        for (var it : given.objects("answers", Limits.POLL_ANSWERS_MAX)) {
            var media = it.object("poll_media");
            if (media == null) {
                it.wrong("poll_media", "BASE_TYPE_REQUIRED", "This field is required");
                continue;
            }
            String text = media.requiredText("text", 1, Limits.POLL_ANSWER_MAX_CHARS);
            answers.add(new Poll.Answer(answers.size() + 1, text, emoji(media.object("emoji"))));
        }
        if (answers.isEmpty()) {
            given.wrong("answers", "BASE_TYPE_REQUIRED", "This field is required");
        }
        return answers;
    }

    private static @Nullable String emoji(@Nullable Body emoji) {
        if (emoji == null) {
            return null;
        }
        String name = emoji.text("name", 0, Limits.EMOJI_MAX_CHARS);
        var id = emoji.id("id");
        if (id != null) {
            return (name == null || name.isEmpty() ? "_" : name) + ":" + id;
        }
        return name == null || name.isEmpty() ? null : name;
    }
}
