package chat.parley.account.alert;

import chat.parley.base.id.ChannelId;
import chat.parley.base.id.GuildId;
import chat.parley.base.limit.Limits;
import chat.parley.base.refusal.Refusal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What one person wants to be told of in one guild.
///
/// @param guild [#CONVERSATIONS] for all that belongs to none
/// @param suppressEveryone `@everyone` and `@here` do not call
/// @param suppressRoles mentions of roles do not call
public record GuildAlerts(
        GuildId guild,
        Alert own,
        boolean suppressEveryone,
        boolean suppressRoles,
        boolean hideMuted,
        boolean mobilePush,
        List<ChannelAlert> channels) {
    /// No snowflake is as small, and 0 is no id.
    public static final GuildId CONVERSATIONS = new GuildId(1);
    public static final int ALL = 0;
    public static final int CALLS = 1;
    public static final int NOTHING = 2;
    /// Of a channel: as the guild says. Of a guild: as the guild's owner says.
    public static final int INHERIT = 3;

    public GuildAlerts {
        channels = List.copyOf(channels);
        if (channels.size() > Limits.CHANNELS_PER_GUILD_MAX) {
            throw Refusal.length("channel_overrides", 0, Limits.CHANNELS_PER_GUILD_MAX);
        }
    }

    public static GuildAlerts initial(GuildId guild) {
        return new GuildAlerts(guild, Alert.INHERITED, false, false, false, true, List.of());
    }

    /// @param level one of the constants above
    /// @param mutedUntil absent for muted without end
    /// @param windowS what was chosen, for the client to show
    public record Alert(
            int level,
            boolean muted,
            @Nullable Instant mutedUntil,
            @Nullable Integer windowS) {
        public static final Alert INHERITED = new Alert(INHERIT, false, null, null);

        public boolean mutedAt(Instant now) {
            return muted && (mutedUntil == null || now.isBefore(mutedUntil));
        }
    }

    public record ChannelAlert(ChannelId channel, Alert alert, boolean collapsed) {}

    public boolean plain() {
        return equals(initial(guild));
    }
}
