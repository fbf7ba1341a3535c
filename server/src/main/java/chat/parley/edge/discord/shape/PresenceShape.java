package chat.parley.edge.discord.shape;

import static com.fasterxml.jackson.annotation.JsonInclude.Include.ALWAYS;

import chat.parley.base.id.GuildId;
import chat.parley.base.id.UserId;
import chat.parley.presence.Activity;
import chat.parley.presence.Presence;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/// Discord's presence, as in PRESENCE_UPDATE and in a guild's list.
///
/// @param user the id alone: names come with members
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record PresenceShape(
        Somebody user,
        @Nullable GuildId guildId,
        String status,
        List<Doing> activities,
        Map<String, String> clientStatus) {

    public record Somebody(UserId id) {}

    /// @param createdAt milliseconds since 1970
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    public record Doing(
            String id,
            String name,
            int type,
            @JsonInclude(ALWAYS) @Nullable String state,
            @Nullable Emoji emoji,
            @Nullable String url,
            long createdAt) {}

    public record Emoji(String name) {}

    /// To a friend, whatever guilds the two are in.
    public static PresenceShape ofFriend(Presence presence) {
        return shape(presence, null);
    }

    public static PresenceShape of(Presence presence, GuildId guild) {
        return shape(presence, guild);
    }

    private static PresenceShape shape(Presence presence, @Nullable GuildId guild) {
        var devices = new HashMap<String, String>();
        presence.devices().forEach((device, status) -> devices.put(device.text(), status.text()));
        return new PresenceShape(
                new Somebody(presence.user()),
                guild,
                presence.status().text(),
                presence.activities().stream().map(PresenceShape::doing).toList(),
                devices);
    }

    private static Doing doing(Activity activity) {
        return new Doing(
                activity.kind() == Activity.CUSTOM
                        ? "custom"
                        : Long.toHexString(activity.name().hashCode()),
                activity.name(),
                activity.kind(),
                activity.state(),
                activity.emoji() == null ? null : new Emoji(activity.emoji()),
                activity.url(),
                activity.since().toEpochMilli());
    }
}
