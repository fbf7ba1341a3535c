package chat.parley.edge.discord.shape.people;

import static com.fasterxml.jackson.annotation.JsonInclude.Include.ALWAYS;

import chat.parley.account.alert.GuildAlerts;
import chat.parley.account.alert.GuildAlerts.Alert;
import chat.parley.base.id.ChannelId;
import chat.parley.base.id.GuildId;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/// When a person wants to be told of what happens in a guild.
///
/// @param guildId JSON's null for conversations
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record AlertsShape(
        @JsonInclude(ALWAYS) @Nullable GuildId guildId,
        int messageNotifications,
        boolean muted,
        @JsonInclude(ALWAYS) @Nullable MuteShape muteConfig,
        boolean suppressEveryone,
        boolean suppressRoles,
        boolean hideMutedChannels,
        boolean mobilePush,
        int flags,
        int version,
        List<ChannelShape> channelOverrides) {

    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    @JsonInclude(ALWAYS)
    public record MuteShape(
            @Nullable Integer selectedTimeWindow, @Nullable Instant endTime) {}

    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    public record ChannelShape(
            ChannelId channelId,
            int messageNotifications,
            boolean muted,
            @JsonInclude(ALWAYS) @Nullable MuteShape muteConfig,
            boolean collapsed) {}

    public static AlertsShape of(GuildAlerts alerts) {
        return new AlertsShape(
                alerts.guild().equals(GuildAlerts.CONVERSATIONS) ? null : alerts.guild(),
                alerts.own().level(),
                alerts.own().muted(),
                mute(alerts.own()),
                alerts.suppressEveryone(),
                alerts.suppressRoles(),
                alerts.hideMuted(),
                alerts.mobilePush(),
                0,
                1,
                alerts.channels().stream()
                        .map(it -> new ChannelShape(
                                it.channel(), it.alert().level(), it.alert().muted(), mute(it.alert()), it.collapsed()))
                        .toList());
    }

    private static @Nullable MuteShape mute(Alert alert) {
        return alert.mutedUntil() == null ? null : new MuteShape(alert.windowS(), alert.mutedUntil());
    }
}
