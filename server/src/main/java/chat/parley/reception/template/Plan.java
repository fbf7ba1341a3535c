package chat.parley.reception.template;

import chat.parley.channel.Channel;
import chat.parley.permission.Overwrite;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a guild is like, with small numbers in the place of ids. It is stored as JSON as it stands here.
///
/// @param afkChannel, systemChannel numbers of channels
/// @param roles lowest first, `@everyone` with the number 0 at the beginning
public record Plan(
        String name,
        @Nullable String description,
        Habits habits,
        @Nullable Integer afkChannel,
        @Nullable Integer systemChannel,
        List<PlannedRole> roles,
        List<PlannedChannel> channels) {

    public Plan {
        roles = List.copyOf(roles);
        channels = List.copyOf(channels);
    }

    /// The guild's settings that are no channels.
    public record Habits(
            int verificationLevel, int defaultNotifications, int contentFilter, String locale, int afkTimeoutS) {}

    /// @param number also its position
    /// @param emoji beside names, if any
    public record PlannedRole(
            int number,
            String name,
            int color,
            @Nullable String emoji,
            boolean hoist,
            boolean mentionable,
            long permissions) {}

    /// @param parent the number of the category
    /// @param overwrites of roles only; their targets are numbers of roles
    public record PlannedChannel(
            int number,
            Channel.Kind kind,
            String name,
            int position,
            @Nullable Integer parent,
            Channel.Details details,
            List<Overwrite> overwrites) {

        public PlannedChannel {
            overwrites = List.copyOf(overwrites);
        }
    }
}
