package chat.parley.edge.discord.shape;

import static com.fasterxml.jackson.annotation.JsonInclude.Include.ALWAYS;

import chat.parley.base.id.RoleId;
import chat.parley.base.id.UserId;
import chat.parley.guild.Role;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/// Discord's role object, without `tags` unless it came with a bot. JDA reads the colour from `colors`, others from
/// `color`.
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record RoleShape(
        RoleId id,
        String name,
        String permissions,
        int position,
        int color,
        Colors colors,
        boolean hoist,
        boolean managed,
        boolean mentionable,
        @JsonInclude(ALWAYS) @Nullable String icon,
        @JsonInclude(ALWAYS) @Nullable String unicodeEmoji,
        int flags,
        @Nullable Tags tags) {

    /// A gradient has up to three colours; ours are plain.
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    public record Colors(
            int primaryColor,
            @JsonInclude(ALWAYS) @Nullable Integer secondaryColor,
            @JsonInclude(ALWAYS) @Nullable Integer tertiaryColor) {}

    /// @param botId the bot that the role came with
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    public record Tags(UserId botId) {}

    public static RoleShape of(Role role) {
        return new RoleShape(
                role.id(),
                role.name(),
                Long.toString(role.permissions()),
                role.position(),
                role.color(),
                new Colors(role.color(), null, null),
                role.hoist(),
                role.managed(),
                role.mentionable(),
                role.look().icon(),
                role.look().emoji(),
                0,
                role.bot() == null ? null : new Tags(role.bot()));
    }
}
