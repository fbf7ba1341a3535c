package chat.parley.message.rich;

import chat.parley.base.id.ChannelId;
import chat.parley.base.id.GuildId;
import chat.parley.base.id.MessageId;
import org.jspecify.annotations.Nullable;

/// The message elsewhere from which this one was made.
///
/// @param type 0 for a message that was crossposted or that a system message tells of, 1 for a forward
public record Origin(
        int type,
        @Nullable GuildId guild,
        ChannelId channel,
        @Nullable MessageId message) {
    public static final int TOLD = 0;
    public static final int FORWARD = 1;
}
