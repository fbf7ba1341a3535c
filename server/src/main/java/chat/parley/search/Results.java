package chat.parley.search;

import chat.parley.base.id.MessageId;
import chat.parley.message.Quoted;
import chat.parley.search.engine.Words.Span;
import java.util.List;
import java.util.Map;

/// What was found.
///
/// @param total how many there are in all pages, as far as one can page
/// @param places where the words stand in the text of each message
/// @param behind whether the index still lacks older messages
public record Results(List<Quoted> messages, int total, Map<MessageId, List<Span>> places, boolean behind) {
    static final Results NOTHING = new Results(List.of(), 0, Map.of(), false);
}
