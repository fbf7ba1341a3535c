package chat.parley.guild;

import chat.parley.base.id.ChannelId;
import chat.parley.base.id.GuildId;
import chat.parley.base.id.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The settings of a community.
///
/// @param afkTimeoutS one of 60, 300, 900, 1800, 3600: JDA refuses any other
/// @param verificationLevel, defaultNotifications, contentFilter, mfaLevel Discord's numbers
public record Guild(
        GuildId id,
        String name,
        @Nullable String icon,
        @Nullable String description,
        UserId owner,
        Settings settings,
        Instant createdAt) {

    public record Settings(
            @Nullable ChannelId systemChannel,
            @Nullable ChannelId rulesChannel,
            @Nullable ChannelId afkChannel,
            int afkTimeoutS,
            int verificationLevel,
            int defaultNotifications,
            int contentFilter,
            String locale) {}
}
