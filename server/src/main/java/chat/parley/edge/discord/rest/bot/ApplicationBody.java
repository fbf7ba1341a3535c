package chat.parley.edge.discord.rest.bot;

import chat.parley.base.limit.Limits;
import chat.parley.bot.Application;
import chat.parley.bot.Application.About;
import chat.parley.bot.Application.Install;
import chat.parley.bot.install.Installations;
import chat.parley.edge.discord.rest.body.Body;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads what an owner says about their application.
final class ApplicationBody {
    static final Set<String> SCOPES = Set.of(Installations.BOT, Installations.COMMANDS);
    private static final int SCOPES_MAX = 20;

    private ApplicationBody() {}

    /// The application as it is to become, apart from where it is reached, which takes more than reading.
    ///
    /// @param byBot a bot changes only what Discord lets it change
    static Application changed(Application before, Body body, boolean byBot) {
        var after = before.described(about(before.about(), body, byBot)).installedBy(install(before.install(), body));
        var flags = body.number("flags", 0, Integer.MAX_VALUE);
        boolean open = byBot ? before.open() : body.flag("bot_public", before.open());
        return after.opened(open, flags == null ? before.flags() : flags);
    }

    private static About about(About before, Body body, boolean byBot) {
        String name = byBot ? null : body.text("name", 1, Limits.APPLICATION_NAME_MAX_CHARS);
        return new About(
                name == null ? before.name() : name,
                body.has("description") ? description(body) : before.description(),
                before.icon(),
                body.has("tags") ? tags(body) : before.tags(),
                url(body, "terms_of_service_url", before.termsUrl()),
                url(body, "privacy_policy_url", before.privacyUrl()));
    }

    /// Plain, or as an object with the text under `default`.
    private static String description(Body body) {
        var tree = body.tree().path("description");
        var inner = tree.isObject() ? body.object("description") : null;
        String text = inner == null
                ? body.text("description", 0, Limits.APPLICATION_DESCRIPTION_MAX_CHARS)
                : inner.text("default", 0, Limits.APPLICATION_DESCRIPTION_MAX_CHARS);
        return text == null ? "" : text;
    }

    private static List<String> tags(Body body) {
        return List.copyOf(
                new LinkedHashSet<>(body.texts("tags", Limits.APPLICATION_TAGS_MAX, Limits.APPLICATION_TAG_MAX_CHARS)));
    }

    private static Install install(Install before, Body body) {
        String url = url(body, "custom_install_url", before.url());
        var config = body.object("integration_types_config");
        var inGuild = config == null ? null : config.object("0");
        var params = inGuild == null ? body.object("install_params") : inGuild.object("oauth2_install_params");
        if (params == null) {
            return body.isNull("install_params")
                    ? new Install(url, List.of(), 0)
                    : new Install(url, before.scopes(), before.permissions());
        }
        var permissions = params.longNumber("permissions", 0, Long.MAX_VALUE);
        return new Install(url, scopes(params), permissions == null ? 0 : permissions);
    }

    private static List<String> scopes(Body params) {
        var scopes = new ArrayList<String>();
        for (String scope : params.texts("scopes", SCOPES_MAX, 64)) {
            if (SCOPES.contains(scope)) {
                scopes.add(scope);
            } else {
                params.wrong("scopes", "ENUM_TYPE_COERCE", "Value \"" + scope + "\" is not a valid scope.");
            }
        }
        return scopes.stream().distinct().toList();
    }

    /// An address that people or we call; `null` takes it away.
    static @Nullable String url(Body body, String field, @Nullable String before) {
        if (!body.has(field)) {
            return before;
        }
        String text = body.text(field, 0, Limits.URL_MAX_CHARS);
        if (text == null || text.isEmpty()) {
            return null;
        }
        try {
            var uri = new URI(text);
            boolean web = "https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme());
            if (web && uri.getHost() != null && uri.getUserInfo() == null) {
                return text;
            }
        } catch (URISyntaxException notAnAddress) {
            body.wrong(field, "URL_TYPE_INVALID_URL", "Not a well formed URL.");
            return before;
        }
        body.wrong(field, "URL_TYPE_INVALID_SCHEME", "Scheme must be one of ('http', 'https').");
        return before;
    }
}
