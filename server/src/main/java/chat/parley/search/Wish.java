package chat.parley.search;

import chat.parley.base.id.ChannelId;
import chat.parley.search.engine.Question;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What somebody asks for.
///
/// @param content words that all must be there; empty for any
/// @param channels only in these, when there are any; what the caller may not read is left out
/// @param pinned only what is, or is not, pinned
public record Wish(
        String content,
        List<ChannelId> channels,
        Question.Traits traits,
        @Nullable Boolean pinned,
        Question.Page page) {}
