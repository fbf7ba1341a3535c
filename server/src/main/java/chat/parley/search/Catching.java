package chat.parley.search;

import chat.parley.base.id.ChannelId;
import chat.parley.base.id.MessageId;
import chat.parley.message.Message;
import chat.parley.message.archive.Archive;
import chat.parley.message.archive.Archive.Touch;
import chat.parley.search.engine.Engine;
import chat.parley.search.engine.Sheet;
import chat.parley.search.engine.Watermark;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/// Brings an index from its watermark to the present, in bounded pages.
final class Catching {
    private static final int PAGE = 500;
    /// The time of an edit is taken a moment before its commit.
    private static final Duration MARGIN = Duration.ofMinutes(1);

    private final Engine engine;
    private final Archive archive;

    Catching(Engine engine, Archive archive) {
        this.engine = engine;
        this.archive = archive;
    }

    /// @param now before anything is read
    /// @return how far the index is then; where it was, when it was stopped
    Watermark up(Watermark from, Instant now, BooleanSupplier stopped) {
        var ends = archive.ends();
        var newest = from.newest();
        for (var end : ends.entrySet()) {
            if (end.getValue().compareTo(from.newest()) > 0) {
                written(end.getKey(), from.newest(), stopped);
                newest = end.getValue().compareTo(newest) > 0 ? end.getValue() : newest;
            }
            if (stopped.getAsBoolean()) {
                return from;
            }
        }
        if (from.newest().value() > 0) {
            var since =
                    new Touch(new ChannelId(0), new MessageId(0), from.since().minus(MARGIN));
            edited(since);
            deleted(since);
        }
        return new Watermark(newest, now);
    }

    private void written(ChannelId channel, MessageId after, BooleanSupplier stopped) {
        var page = archive.above(channel, after, PAGE);
        while (!page.isEmpty() && !stopped.getAsBoolean()) {
            put(archive.all(channel, page));
            page = archive.above(channel, page.getLast(), PAGE);
        }
    }

    private void edited(Touch since) {
        var page = archive.edited(since, PAGE);
        while (!page.isEmpty()) {
            page.stream()
                    .collect(Collectors.groupingBy(
                            Touch::channel, Collectors.mapping(Touch::message, Collectors.toList())))
                    .forEach((channel, ids) -> put(archive.all(channel, ids)));
            page = archive.edited(page.getLast(), PAGE);
        }
    }

    private void deleted(Touch since) {
        var page = archive.deleted(since, PAGE);
        while (!page.isEmpty()) {
            engine.remove(page.stream().map(Touch::message).toList());
            page = archive.deleted(page.getLast(), PAGE);
        }
    }

    private void put(Collection<Message> messages) {
        engine.put(messages.stream().filter(Message::written).map(Sheet::of).toList());
    }
}
