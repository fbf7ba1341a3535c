package chat.parley.bot.interaction;

import chat.parley.base.bus.Bus;
import chat.parley.base.id.MessageId;
import chat.parley.base.id.UserId;
import chat.parley.base.limit.Limits;
import chat.parley.bot.interaction.InteractionEvent.Change;
import chat.parley.bot.interaction.InteractionEvent.Whispered;
import chat.parley.message.Message;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Messages that only their receiver sees. They are never stored; when there are too many, the oldest are forgotten,
/// and their buttons do nothing any more. Safe for all threads by its own lock.
public final class Whispers {
    private final Bus bus;
    private final Map<MessageId, Whisper> kept = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<MessageId, Whisper> eldest) {
            return size() > Limits.WHISPERS_MAX;
        }
    };

    private record Whisper(UserId to, Message message) {}

    public Whispers(Bus bus) {
        this.bus = bus;
    }

    /// As long as it is kept, and for the one who may see it.
    Optional<Message> find(UserId reader, MessageId id) {
        synchronized (kept) {
            return Optional.ofNullable(kept.get(id))
                    .filter(it -> it.to().equals(reader))
                    .map(Whisper::message);
        }
    }

    Message post(UserId to, Message message) {
        return told(to, message, Change.POSTED);
    }

    Message change(UserId to, Message message) {
        return told(to, message, Change.EDITED);
    }

    void delete(UserId to, Message message) {
        synchronized (kept) {
            kept.remove(message.id());
            bus.publish(new Whispered(to, message, Change.DELETED));
        }
    }

    private Message told(UserId to, Message message, Change change) {
        synchronized (kept) {
            kept.put(message.id(), new Whisper(to, message));
            bus.publish(new Whispered(to, message, change));
        }
        return message;
    }
}
