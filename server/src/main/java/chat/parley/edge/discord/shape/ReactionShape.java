package chat.parley.edge.discord.shape;

import static com.fasterxml.jackson.annotation.JsonInclude.Include.ALWAYS;

import chat.parley.base.id.UserId;
import chat.parley.message.Message.Reaction;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/// One emoji under a message. There are no bursts, and Discord's clients want to read so.
///
/// @param me whether the reader chose it
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record ReactionShape(
        Emoji emoji, int count, Counts countDetails, List<String> burstColors, boolean meBurst, boolean me) {

    /// @param id of a custom emoji, `null` for one of Unicode's
    public record Emoji(@JsonInclude(ALWAYS) @Nullable String id, String name) {
        /// @param text as it is stored: the emoji itself, or `name:id`
        public static Emoji of(String text) {
            int colon = text.lastIndexOf(':');
            return colon < 1 ? new Emoji(null, text) : new Emoji(text.substring(colon + 1), text.substring(0, colon));
        }
    }

    public record Counts(int burst, int normal) {}

    static ReactionShape of(Reaction reaction, @Nullable UserId reader) {
        int count = reaction.users().size();
        boolean me = reader != null && reaction.users().contains(reader);
        return new ReactionShape(Emoji.of(reaction.emoji()), count, new Counts(0, count), List.of(), false, me);
    }
}
