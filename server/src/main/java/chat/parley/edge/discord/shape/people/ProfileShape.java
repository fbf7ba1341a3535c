package chat.parley.edge.discord.shape.people;

import static com.fasterxml.jackson.annotation.JsonInclude.Include.ALWAYS;

import chat.parley.base.id.GuildId;
import chat.parley.edge.discord.shape.UserShape;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/// Somebody's profile, and what the reader has in common with them.
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record ProfileShape(
        UserShape user,
        About userProfile,
        List<Object> connectedAccounts,
        List<Object> badges,
        @Nullable List<MutualGuild> mutualGuilds,
        @Nullable List<UserShape> mutualFriends,
        int mutualFriendsCount) {

    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    @JsonInclude(ALWAYS)
    public record About(
            String bio,
            String pronouns,
            @Nullable Integer accentColor,
            @Nullable String banner) {}

    @JsonInclude(ALWAYS)
    public record MutualGuild(GuildId id, @Nullable String nick) {}
}
