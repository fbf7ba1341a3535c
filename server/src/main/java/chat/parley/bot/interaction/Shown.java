package chat.parley.bot.interaction;

import chat.parley.base.id.MessageId;
import chat.parley.base.id.UserId;
import chat.parley.channel.ChannelAccess;
import chat.parley.message.History;
import chat.parley.message.Message;

/// Messages that somebody sees: everybody's and their own whispers.
public final class Shown {
    private final History history;
    private final Whispers whispers;

    public Shown(History history, Whispers whispers) {
        this.history = history;
        this.whispers = whispers;
    }

    /// @throws chat.parley.base.refusal.Refused with `Unknown` or `Forbidden`
    public Message message(ChannelAccess access, MessageId id) {
        var whisper = whispers.find(access.caller().id(), id)
                .filter(it -> it.channel().equals(access.channel().id()));
        return whisper.orElseGet(
                () -> history.one(access.caller(), access.channel().id(), id).message());
    }

    /// Whose components it has: the bot's that wrote it, or the one's whose webhook did.
    public static UserId application(Message message) {
        var application = message.extras().application();
        return application == null ? message.author() : new UserId(application.value());
    }
}
