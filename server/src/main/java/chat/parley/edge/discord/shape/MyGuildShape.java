package chat.parley.edge.discord.shape;

import static com.fasterxml.jackson.annotation.JsonInclude.Include.ALWAYS;

import chat.parley.base.id.GuildId;
import chat.parley.guild.GuildAccess;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/// A guild in the list of one's own guilds.
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record MyGuildShape(
        GuildId id,
        String name,
        @JsonInclude(ALWAYS) @Nullable String icon,
        @JsonInclude(ALWAYS) @Nullable String banner,
        boolean owner,
        String permissions,
        List<String> features,
        @Nullable Integer approximateMemberCount) {

    /// @param counted with the number of members
    public static MyGuildShape of(GuildAccess access, boolean counted) {
        var guild = access.guild();
        return new MyGuildShape(
                guild.id(),
                guild.name(),
                guild.icon(),
                null,
                access.snapshot().owns(access.caller().id()),
                Long.toString(access.bits()),
                guild.reception().features(),
                counted ? access.snapshot().members().size() : null);
    }
}
