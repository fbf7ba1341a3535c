package chat.parley.edge.discord.rest.bot;

import chat.parley.account.Field;
import chat.parley.base.limit.Limits;
import chat.parley.bot.Application;
import chat.parley.bot.Application.About;
import chat.parley.bot.Application.Events;
import chat.parley.bot.Application.Install;
import chat.parley.bot.Application.Reach;
import chat.parley.bot.event.EventKind;
import chat.parley.bot.install.Installations;
import chat.parley.edge.discord.rest.body.Body;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads what an owner says about their application.
final class ApplicationBody {
    static final Set<String> SCOPES = Set.of(Installations.BOT, Installations.COMMANDS);
    private static final int SCOPES_MAX = 20;
    /// Schemes that browsers and systems give a meaning of their own are none of a program's.
    private static final Pattern OWN_SCHEME =
            Pattern.compile("(?!(javascript|data|blob|file|about|view-source|vbscript|ws|wss|ftp)$)[a-z][a-z0-9+-]*");

    private ApplicationBody() {}

    /// The application as it is to become, apart from where it is reached, which takes more than reading.
    ///
    /// @param byBot a bot changes only what Discord lets it change
    static Application changed(Application before, Body body, boolean byBot, Field<String> icon) {
        var after =
                before.described(about(before.about(), body, byBot, icon)).installedBy(install(before.install(), body));
        var flags = body.number("flags", 0, Integer.MAX_VALUE);
        boolean open = byBot ? before.open() : body.flag("bot_public", before.open());
        var opened = after.opened(open, flags == null ? before.flags() : flags);
        return byBot ? opened : comingBack(opened, body);
    }

    private static About about(About before, Body body, boolean byBot, Field<String> icon) {
        String name = byBot ? null : body.text("name", 1, Limits.APPLICATION_NAME_MAX_CHARS);
        return new About(
                name == null ? before.name() : name,
                body.has("description") ? description(body) : before.description(),
                icon.or(before.icon()),
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

    /// Where it is reached, as it is to become once the addresses have been tried.
    static Reach reach(Reach before, Body body) {
        String interactions = url(body, "interactions_endpoint_url", before.interactions());
        var now = before.events();
        String events = url(body, "event_webhooks_url", now.url());
        var types = body.has("event_webhooks_types") ? eventTypes(body) : now.types();
        var asked = body.number("event_webhooks_status", Events.OFF, Events.GIVEN_UP);
        int status = asked == null || asked == Events.GIVEN_UP ? now.status() : asked;
        return new Reach(interactions, new Events(events, events == null ? Events.OFF : status, types));
    }

    private static List<String> eventTypes(Body body) {
        var types = body.texts("event_webhooks_types", EventKind.values().length, 64).stream()
                .distinct()
                .toList();
        if (!EventKind.NAMES.containsAll(types)) {
            body.wrong(
                    "event_webhooks_types",
                    "BASE_TYPE_CHOICES",
                    "Must be some of " + String.join(", ", EventKind.NAMES) + ".");
        }
        return types;
    }

    private static Application comingBack(Application before, Body body) {
        var redirects =
                body.has("redirect_uris") ? redirects(body) : before.access().redirects();
        return before.comingBackTo(
                redirects, body.flag("public_client", before.access().keyless()));
    }

    private static List<String> redirects(Body body) {
        var redirects = body.texts("redirect_uris", Limits.REDIRECTS_MAX, Limits.URL_MAX_CHARS).stream()
                .distinct()
                .toList();
        for (int i = 0; i < redirects.size(); i++) {
            if (!comesBack(redirects.get(i))) {
                body.wrong("redirect_uris." + i, "URL_TYPE_INVALID_URL", "Not a well formed URL.");
            }
        }
        return redirects;
    }

    /// A page, or what a program on somebody's machine has as its own scheme; nothing that a browser would run.
    private static boolean comesBack(String text) {
        try {
            var uri = new URI(text);
            String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            boolean web = scheme.equals("https") || scheme.equals("http");
            boolean plain = uri.getRawFragment() == null && uri.getRawUserInfo() == null && !uri.isOpaque();
            return plain
                    && (web
                            ? uri.getHost() != null
                            : scheme.contains(".") || OWN_SCHEME.matcher(scheme).matches());
        } catch (URISyntaxException notAnAddress) {
            return false;
        }
    }

    private static Install install(Install before, Body body) {
        String url = url(body, "custom_install_url", before.url());
        var config = body.object("integration_types_config");
        var at = config == null
                ? before
                : before.at(
                        config.tree().path("0").isObject(),
                        config.tree().path("1").isObject());
        if (!at.inGuilds() && !at.byPeople()) {
            body.wrong("integration_types_config", "BASE_TYPE_MIN_LENGTH", "At least one way to install is needed.");
        }
        var inGuild = config == null ? null : config.object("0");
        var params = inGuild == null ? body.object("install_params") : inGuild.object("oauth2_install_params");
        if (params == null) {
            return body.isNull("install_params")
                    ? at.asking(url, List.of(), 0)
                    : at.asking(url, before.scopes(), before.permissions());
        }
        var permissions = params.longNumber("permissions", 0, Long.MAX_VALUE);
        return at.asking(url, scopes(params), permissions == null ? 0 : permissions);
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
