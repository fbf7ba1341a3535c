package chat.parley.edge.discord.shape.people;

import static com.fasterxml.jackson.annotation.JsonInclude.Include.ALWAYS;

import chat.parley.account.settings.Habits;
import chat.parley.base.id.GuildId;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/// The part of a person's settings that is about others and about being told.
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record HabitsShape(
        Sources friendSourceFlags,
        boolean defaultGuildsRestricted,
        List<GuildId> restrictedGuilds,
        List<FolderShape> guildFolders,
        @JsonInclude(ALWAYS) @Nullable QuietShape quietHours,
        List<String> keywords) {

    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    public record Sources(boolean all, boolean mutualFriends, boolean mutualGuilds) {}

    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    @JsonInclude(ALWAYS)
    public record FolderShape(
            @Nullable Long id,
            @Nullable String name,
            @Nullable Integer color,
            List<GuildId> guildIds) {}

    /// @param from minutes since midnight, as `to`
    public record QuietShape(int from, int to) {}

    public static HabitsShape of(Habits habits) {
        var privacy = habits.privacy();
        var quiet = habits.quiet();
        return new HabitsShape(
                new Sources(privacy.asksAll(), privacy.asksMutualFriends(), privacy.asksMutualGuilds()),
                privacy.closesNewGuilds(),
                privacy.closedGuilds(),
                habits.folders().stream()
                        .map(it -> new FolderShape(it.id(), it.name(), it.color(), it.guilds()))
                        .toList(),
                quiet == null ? null : new QuietShape(quiet.fromMinute(), quiet.toMinute()),
                habits.keywords());
    }
}
