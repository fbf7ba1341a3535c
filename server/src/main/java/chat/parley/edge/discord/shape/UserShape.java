package chat.parley.edge.discord.shape;

import static com.fasterxml.jackson.annotation.JsonInclude.Include.ALWAYS;

import chat.parley.account.User;
import chat.parley.base.id.UserId;
import chat.parley.message.rich.Persona;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/// Discord's user object.
///
/// @param discriminator `0`, since names are unique; `0000` for webhooks
/// @param bot absent unless true
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record UserShape(
        UserId id,
        String username,
        String discriminator,
        @JsonInclude(ALWAYS) @Nullable String globalName,
        @JsonInclude(ALWAYS) @Nullable String avatar,
        @JsonInclude(ALWAYS) @Nullable String banner,
        @JsonInclude(ALWAYS) @Nullable Integer accentColor,
        int publicFlags,
        int flags,
        @JsonInclude(ALWAYS) @Nullable String primaryGuild,
        @Nullable Boolean bot) {

    public static UserShape of(User user) {
        return new UserShape(
                user.id(),
                user.username(),
                "0",
                user.displayName(),
                user.avatar(),
                user.banner(),
                user.accentColor(),
                0,
                0,
                null,
                user.kind() == User.Kind.BOT ? true : null);
    }

    /// A webhook, under the name that it chose.
    static UserShape of(Persona persona) {
        var id = new UserId(persona.webhook().value());
        return new UserShape(id, persona.name(), "0000", null, persona.avatar(), null, null, 0, 0, null, true);
    }
}
