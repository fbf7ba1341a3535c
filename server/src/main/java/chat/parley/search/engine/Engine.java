package chat.parley.search.engine;

import chat.parley.base.id.ChannelId;
import chat.parley.base.id.MessageId;
import java.util.Collection;
import java.util.List;

/// Where messages can be found by their words. Changes come from one thread; anybody searches.
public interface Engine extends AutoCloseable {
    /// How far the index is. Starts anew, and empty, when it was made of another database or in another language.
    Watermark watermark();

    /// Adds messages, or takes them over as they are now.
    void put(Collection<Sheet> sheets);

    void remove(Collection<MessageId> messages);

    void removeChannel(ChannelId channel);

    /// Makes durable what was put and removed, together with the watermark that follows from it.
    void commit(Watermark watermark);

    /// Shows to searchers what was put and removed.
    void refresh();

    Found find(Question question);

    record Hit(ChannelId channel, MessageId message) {}

    /// @param total how many there are, at most [chat.parley.base.limit.Limits#SEARCH_COUNT_MAX]; those of the page
    /// come
    ///     in order
    record Found(List<Hit> page, int total) {
        public static final Found NOTHING = new Found(List.of(), 0);
    }

    @Override
    void close();
}
