package chat.parley.channel;

import chat.parley.base.id.ChannelId;
import chat.parley.base.id.GuildId;
import chat.parley.base.id.UserId;

/// Who may see what: the question behind every event that is delivered.
public final class Viewers {
    private final Channels channels;

    public Viewers(Channels channels) {
        this.channels = channels;
    }

    /// The guild as it is now. A listener that asks while it handles an event of the guild gets the state right
    /// after that event.
    ///
    /// @throws chat.parley.base.refusal.Refused with `Unknown`
    public View of(GuildId guild) {
        return channels.view(guild);
    }

    public boolean canView(UserId user, ChannelId channel) {
        var view = channels.viewAround(channel);
        return view != null && view.canView(user, channel);
    }

    /// The bits of [chat.parley.permission.Permission]; 0 when the user is no member or there is no such channel.
    public long permissions(UserId user, ChannelId channel) {
        var view = channels.viewAround(channel);
        return view == null ? 0 : view.permissions(user, channel);
    }

    /// @throws chat.parley.base.refusal.Refused with `Unknown`
    public long epoch(GuildId guild) {
        return channels.view(guild).epoch();
    }
}
