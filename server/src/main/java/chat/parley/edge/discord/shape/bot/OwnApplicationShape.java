package chat.parley.edge.discord.shape.bot;

import static com.fasterxml.jackson.annotation.JsonInclude.Include.ALWAYS;

import chat.parley.account.User;
import chat.parley.bot.Application;
import chat.parley.edge.discord.shape.UserShape;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/// Discord's application object as its owner and its bot see it.
///
/// @param team always null: applications belong to one person
/// @param integrationTypesConfig `0` is installation in a guild, the only kind there is
/// @param tokenShownAt ours: when the bot's present token was made, absent when there is none yet
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record OwnApplicationShape(
        @JsonUnwrapped ApplicationShape application,
        UserShape owner,
        List<String> redirectUris,
        @JsonInclude(ALWAYS) @Nullable String interactionsEndpointUrl,
        @JsonInclude(ALWAYS) @Nullable String roleConnectionsVerificationUrl,
        long approximateGuildCount,
        long approximateUserInstallCount,
        long approximateUserAuthorizationCount,
        int explicitContentFilter,
        @JsonInclude(ALWAYS) @Nullable Object team,
        List<String> eligibleOauth2Scopes,
        Map<String, Map<String, Object>> integrationTypesConfig,
        @Nullable Instant tokenShownAt) {

    /// @param guilds in how many it is installed
    public static OwnApplicationShape of(Application it, @Nullable User bot, User owner, long guilds) {
        var shown = ApplicationShape.of(it, bot);
        Map<String, Object> params =
                shown.installParams() == null ? Map.of() : Map.of("oauth2_install_params", shown.installParams());
        return new OwnApplicationShape(
                shown,
                UserShape.of(owner),
                List.of(),
                it.interactionsUrl(),
                null,
                guilds,
                0,
                0,
                0,
                null,
                List.of("bot", "applications.commands"),
                Map.of("0", params),
                it.tokenShownAt());
    }
}
