package chat.parley.edge.discord.rest.oauth;

import chat.parley.base.id.UserId;
import chat.parley.base.limit.Limits;
import chat.parley.base.refusal.Refusal;
import chat.parley.bot.Application;
import chat.parley.bot.install.Installations;
import chat.parley.bot.oauth.ProofKey;
import chat.parley.bot.oauth.Scope;
import chat.parley.edge.http.Request;
import chat.parley.permission.Permissions;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a program asks for by the query of our page's address.
///
/// @param redirect to which the person comes back with a code; absent when something is only installed
/// @param state what the program gets back, to know that it was the one who asked
/// @param bySelf somebody is to have the application for themselves
record Question(
        Application application,
        List<Scope> scopes,
        long permissions,
        @Nullable String redirect,
        @Nullable String state,
        @Nullable String challenge,
        boolean bySelf) {
    private static final String REDIRECT = "redirect_uri";
    private static final String STATE = "state";

    static UserId client(Request request) {
        String id = request.query("client_id");
        if (id == null) {
            throw Refusal.required("client_id");
        }
        return UserId.of(id);
    }

    /// @throws chat.parley.base.refusal.Refused with `Invalid`; nobody is ever sent to an address that is not the
    ///     application's
    static Question of(Request request, Application application) {
        var install = application.install();
        var scopes = scopes(request.query("scope"), install.scopes());
        boolean returns = request.query("response_type") != null
                || request.query(REDIRECT) != null
                || scopes.stream().anyMatch(it -> it.personal() || it == Scope.WEBHOOK);
        long permissions = permissions(request.query("permissions"), install.permissions());
        boolean bySelf = bySelf(request.query("integration_type"), scopes, install);
        if (!returns) {
            return new Question(application, scopes, permissions, null, null, null, bySelf);
        }
        String redirect = redirect(request, application);
        if (!"code".equals(request.query("response_type"))) {
            throw Refusal.invalid("response_type", "BASE_TYPE_CHOICES", "Must be \"code\".");
        }
        String state = request.query(STATE);
        if (state == null || state.isEmpty() || state.length() > Limits.OAUTH_STATE_MAX_CHARS) {
            throw Refusal.length(STATE, 1, Limits.OAUTH_STATE_MAX_CHARS);
        }
        String challenge = challenge(request, application);
        return new Question(application, scopes, permissions, redirect, state, challenge, bySelf);
    }

    List<String> words() {
        return scopes.stream().map(Scope::word).toList();
    }

    boolean asks(Scope scope) {
        return scopes.contains(scope);
    }

    /// Whether a guild is to be chosen.
    boolean needsGuild() {
        return (!bySelf && installs()) || asks(Scope.WEBHOOK);
    }

    boolean installs() {
        return asks(Scope.BOT) || asks(Scope.COMMANDS);
    }

    /// Where the person goes now.
    String back(Map<String, String> answer) {
        UnaryOperator<String> safe = it -> URLEncoder.encode(it, StandardCharsets.UTF_8);
        String query = answer.entrySet().stream()
                .map(it -> it.getKey() + "=" + safe.apply(it.getValue()))
                .collect(Collectors.joining("&"));
        String marked = redirect + (redirect != null && redirect.contains("?") ? "&" : "?") + query;
        return state == null ? marked : marked + "&state=" + safe.apply(state);
    }

    private static List<Scope> scopes(@Nullable String text, List<String> otherwise) {
        var words = text == null || text.isBlank()
                ? otherwise.isEmpty() ? List.of(Installations.BOT, Installations.COMMANDS) : otherwise
                : List.of(text.strip().split("[ +]+", -1));
        return words.stream().distinct().flatMap(Question::scope).toList();
    }

    private static Stream<Scope> scope(String word) {
        var scope = Scope.of(word);
        if (scope.isEmpty()) {
            throw Refusal.invalid(
                    "scope", "ENUM_TYPE_COERCE", "Must be some of " + String.join(", ", Scope.words()) + ".");
        }
        return scope.stream();
    }

    private static long permissions(@Nullable String text, long otherwise) {
        if (text == null || text.isBlank()) {
            return otherwise;
        }
        try {
            return Long.parseUnsignedLong(text) & Permissions.ALL;
        } catch (NumberFormatException notANumber) {
            throw Refusal.invalid("permissions", "NUMBER_TYPE_COERCE", "Value is not int.");
        }
    }

    private static boolean bySelf(@Nullable String text, List<Scope> scopes, Application.Install install) {
        boolean wanted = text == null ? !install.inGuilds() && install.byPeople() : text.equals("1");
        boolean known = text == null || text.equals("0") || text.equals("1");
        boolean installs = scopes.contains(Scope.COMMANDS) || scopes.contains(Scope.BOT);
        if (!known || (installs && !(wanted ? install.byPeople() : install.inGuilds()))) {
            throw Refusal.invalid(
                    "integration_type", "BASE_TYPE_CHOICES", "The application cannot be installed this way.");
        }
        if (wanted && scopes.contains(Scope.BOT)) {
            throw Refusal.invalid("scope", "BASE_TYPE_CHOICES", "A bot is installed in a guild.");
        }
        return wanted;
    }

    private static String redirect(Request request, Application application) {
        String redirect = request.query(REDIRECT);
        if (redirect == null) {
            throw Refusal.required(REDIRECT);
        }
        if (!application.access().redirects().contains(redirect)) {
            throw Refusal.invalid(
                    REDIRECT, "REDIRECT_URI_INVALID", "The redirect_uri is not one of the application's.");
        }
        return redirect;
    }

    private static @Nullable String challenge(Request request, Application application) {
        String challenge = request.query("code_challenge");
        if (challenge == null) {
            if (application.access().keyless()) {
                throw Refusal.required("code_challenge");
            }
            return null;
        }
        if (!ProofKey.METHOD.equals(request.query("code_challenge_method"))) {
            throw Refusal.invalid("code_challenge_method", "BASE_TYPE_CHOICES", "Must be \"S256\".");
        }
        if (!ProofKey.sound(challenge)) {
            throw Refusal.invalid("code_challenge", "STRING_TYPE_REGEX", "Must be 43 characters of Base64 for URLs.");
        }
        return challenge;
    }
}
