package chat.parley.message;

import chat.parley.base.id.MessageId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Where a channel ends, from memory.
///
/// @param message the newest that was ever in it
/// @param pin when its newest pin was set
public record End(
        @Nullable MessageId message, @Nullable Instant pin) {
    public static final End NONE = new End(null, null);
}
