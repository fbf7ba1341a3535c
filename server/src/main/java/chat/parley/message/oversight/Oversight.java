package chat.parley.message.oversight;

import chat.parley.base.id.ChannelId;
import chat.parley.base.id.MessageId;
import chat.parley.channel.ChannelAccess;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What moderation has to say about messages. It stands above and cannot be imported; a guild that wants none of it
/// costs a post one look at [chat.parley.guild.Safety].
public interface Oversight {
    /// Wants to know nothing.
    Oversight NONE = new Oversight() {
        @Override
        public @Nullable Consumer<MessageId> judge(ChannelAccess access, String content, boolean fresh) {
            return null;
        }

        @Override
        public void edited(ChannelId channel, MessageId id, String before) {}
    };

    /// Called before a text is stored, in guilds that have rules. Computes only.
    ///
    /// @param fresh whether it is a new message, not an edit
    /// @return what to tell of the stored message; absent when there is nothing to say
    /// @throws chat.parley.base.refusal.Refused with `Screened` when it may not be posted
    @Nullable
    Consumer<MessageId> judge(ChannelAccess access, String content, boolean fresh);

    /// Called before another text is stored, in guilds that keep the old ones.
    void edited(ChannelId channel, MessageId id, String before);
}
