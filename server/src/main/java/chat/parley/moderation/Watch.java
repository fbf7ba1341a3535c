package chat.parley.moderation;

import chat.parley.base.id.ChannelId;
import chat.parley.base.id.MessageId;
import chat.parley.channel.ChannelAccess;
import chat.parley.message.oversight.Oversight;
import chat.parley.moderation.automod.Sentry;
import chat.parley.moderation.edition.Editions;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Answers what messages ask of moderation.
public final class Watch implements Oversight {
    private final Sentry sentry;
    private final Editions editions;

    public Watch(Sentry sentry, Editions editions) {
        this.sentry = sentry;
        this.editions = editions;
    }

    @Override
    public @Nullable Consumer<MessageId> judge(ChannelAccess access, String content, boolean fresh) {
        return sentry.judge(access, content, fresh);
    }

    @Override
    public void edited(ChannelId channel, MessageId id, String before) {
        editions.keep(channel, id, before);
    }
}
