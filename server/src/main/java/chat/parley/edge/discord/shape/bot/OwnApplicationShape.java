package chat.parley.edge.discord.shape.bot;

import static com.fasterxml.jackson.annotation.JsonInclude.Include.ALWAYS;

import chat.parley.account.User;
import chat.parley.bot.Application;
import chat.parley.bot.oauth.Scope;
import chat.parley.edge.discord.shape.UserShape;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/// Discord's application object as its owner and its bot see it.
///
/// @param team always null: applications belong to one person
/// @param integrationTypesConfig `0` is installation in a guild, `1` by a person for themselves
/// @param publicClient ours: it can keep no secret
/// @param tokenShownAt ours: when the bot's present token was made, absent when there is none yet
/// @param secretShownAt ours: the same of the client secret
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record OwnApplicationShape(
        @JsonUnwrapped ApplicationShape application,
        UserShape owner,
        List<String> redirectUris,
        @JsonInclude(ALWAYS) @Nullable String interactionsEndpointUrl,
        @JsonInclude(ALWAYS) @Nullable String roleConnectionsVerificationUrl,
        @JsonInclude(ALWAYS) @Nullable String eventWebhooksUrl,
        int eventWebhooksStatus,
        List<String> eventWebhooksTypes,
        @JsonUnwrapped Counts counts,
        int explicitContentFilter,
        @JsonInclude(ALWAYS) @Nullable Object team,
        List<String> eligibleOauth2Scopes,
        Map<String, Map<String, Object>> integrationTypesConfig,
        boolean publicClient,
        @Nullable Instant tokenShownAt,
        @Nullable Instant secretShownAt) {

    /// How many have it.
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    public record Counts(
            long approximateGuildCount, long approximateUserInstallCount, long approximateUserAuthorizationCount) {}

    public static OwnApplicationShape of(Application it, @Nullable User bot, User owner, Counts counts) {
        var shown = ApplicationShape.of(it, bot);
        var events = it.reach().events();
        return new OwnApplicationShape(
                shown,
                UserShape.of(owner),
                it.access().redirects(),
                it.interactionsUrl(),
                null,
                events.url(),
                events.status(),
                events.types(),
                counts,
                0,
                null,
                Scope.words(),
                places(it, shown),
                it.access().keyless(),
                it.access().tokenShownAt(),
                it.access().secretShownAt());
    }

    private static Map<String, Map<String, Object>> places(Application it, ApplicationShape shown) {
        var places = new LinkedHashMap<String, Map<String, Object>>();
        if (it.install().inGuilds()) {
            var params = shown.installParams();
            places.put("0", params == null ? Map.of() : Map.of("oauth2_install_params", params));
        }
        if (it.install().byPeople()) {
            places.put("1", Map.of());
        }
        return places;
    }
}
