package chat.parley.search.engine;

import chat.parley.base.id.MessageId;
import java.time.Instant;

/// How far an index is.
///
/// @param newest every message up to this one is in it
/// @param since edits and deletions up to then are, too
public record Watermark(MessageId newest, Instant since) {
    public static final Watermark EMPTY = new Watermark(new MessageId(0), Instant.EPOCH);
}
