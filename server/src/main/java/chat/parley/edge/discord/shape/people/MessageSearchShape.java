package chat.parley.edge.discord.shape.people;

import chat.parley.edge.discord.shape.MessageShape;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/// What a search answers, as Discord does. Its endpoint writes this around messages whose JSON is kept; the description
/// of the API is made of it.
///
/// @param messages each in a list of its own, where Discord once told what stood around it
/// @param highlights by message: where the words stand in its text, from and to
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record MessageSearchShape(
        boolean doingDeepHistoricalIndex,
        int totalResults,
        List<List<Hit>> messages,
        Map<String, List<List<Integer>>> highlights,
        List<Hit> threads,
        List<Hit> members) {

    /// A message that was found.
    public record Hit(@JsonUnwrapped MessageShape message, boolean hit) {}
}
