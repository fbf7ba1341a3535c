package chat.parley.edge.discord.rest.oauth;

import chat.parley.base.id.UserId;
import chat.parley.base.limit.Limits;
import chat.parley.base.refusal.Refusal;
import chat.parley.base.refusal.Refused;
import chat.parley.bot.Application;
import chat.parley.bot.Applications;
import chat.parley.edge.http.Request;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.QueryStringDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A body in the form that OAuth wants, `application/x-www-form-urlencoded`, and who sends it.
record Form(Map<String, List<String>> fields, @Nullable String authorization) {
    private static final String BASIC = "Basic ";
    private static final int FIELDS_MAX = 32;

    static Form of(Request request) {
        String type = request.headers().get(HttpHeaderNames.CONTENT_TYPE, "");
        byte[] body = request.body();
        if (!type.startsWith("application/x-www-form-urlencoded") || body.length > Limits.OAUTH_FORM_MAX_BYTES) {
            throw refused("invalid_request", "The body must be a form of at most 16 kB.");
        }
        try {
            String text = new String(body, StandardCharsets.UTF_8);
            var decoder = new QueryStringDecoder(text, StandardCharsets.UTF_8, false, FIELDS_MAX, true);
            return new Form(decoder.parameters(), request.headers().get(HttpHeaderNames.AUTHORIZATION));
        } catch (IllegalArgumentException broken) {
            throw new Refused(new Refusal.NotGranted("invalid_request", "The form is not percent-encoded."), broken);
        }
    }

    /// A parameter that comes once.
    @Nullable
    String find(String name) {
        var values = fields.getOrDefault(name, List.of());
        if (values.size() > 1) {
            throw refused("invalid_request", "The parameter " + name + " comes several times.");
        }
        return values.isEmpty() || values.getFirst().isEmpty() ? null : values.getFirst();
    }

    String one(String name) {
        String value = find(name);
        if (value == null) {
            throw refused("invalid_request", "The parameter " + name + " is missing.");
        }
        return value;
    }

    /// The application whose program this is, proven by its secret, or, where it can keep none, by a proof key later.
    ///
    /// @throws Refused with `NotGranted`
    Application client(Applications applications) {
        String id = find("client_id");
        String secret = find("client_secret");
        if (authorization != null && authorization.startsWith(BASIC)) {
            var pair = basic(authorization.substring(BASIC.length()).strip());
            if ((id != null && !id.equals(pair[0])) || secret != null) {
                throw refused("invalid_request", "The program proves itself twice.");
            }
            id = pair[0];
            secret = pair[1];
        }
        var application = id == null ? null : application(applications, id);
        if (application == null) {
            throw refused("invalid_client", "There is no such application.");
        }
        boolean proven =
                secret == null ? application.access().keyless() : applications.proves(application.id(), secret);
        if (!proven) {
            throw refused("invalid_client", "The client secret is not the application's.");
        }
        return application;
    }

    static Refused refused(String error, String why) {
        return new Refused(new Refusal.NotGranted(error, why));
    }

    private static @Nullable Application application(Applications applications, String id) {
        try {
            return applications.find(UserId.of(id)).orElse(null);
        } catch (Refused notAnId) {
            return null;
        }
    }

    private static String[] basic(String encoded) {
        try {
            var pair = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8).split(":", 2);
            if (pair.length == 2) {
                return pair;
            }
        } catch (IllegalArgumentException broken) {
            throw new Refused(new Refusal.NotGranted("invalid_client", "The header is not Base64."), broken);
        }
        throw refused("invalid_client", "The header holds no pair.");
    }
}
