package chat.parley.search.engine;

import chat.parley.base.id.ChannelId;
import chat.parley.base.id.MessageId;
import chat.parley.base.id.UserId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What is looked for.
///
/// @param sought words and phrases, as [Words] makes them; none for whatever the rest says
/// @param channels in one of these, which the caller may read
/// @param only among these, when it is there
public record Question(
        Sought sought,
        List<ChannelId> channels,
        Traits traits,
        @Nullable Set<MessageId> only,
        Set<MessageId> without,
        Page page) {

    /// @param authors by one of these, when there are any
    /// @param mentions naming one of these, when there are any
    /// @param above only later messages, by id; 0 for all
    /// @param below only earlier ones
    public record Traits(
            List<UserId> authors,
            List<UserId> mentions,
            Set<Sheet.Has> has,
            Set<Sheet.Has> lacks,
            long above,
            long below) {
        public static final Traits ANY = new Traits(List.of(), List.of(), Set.of(), Set.of(), 0, Long.MAX_VALUE);
    }

    public enum Order {
        NEWEST,
        OLDEST,
        /// What fits best first.
        FITTING
    }

    public record Page(Order order, int offset, int limit) {}
}
