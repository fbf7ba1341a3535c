package chat.parley.bot.oauth;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.parley.auth.session.Secrets;
import chat.parley.bot.BotTown;
import chat.parley.testing.HttpCaller;
import chat.parley.testing.HttpCaller.Answer;
import java.net.URI;
import java.net.URLEncoder;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/// A program of the town's application, as it asks for people's tokens.
final class Client {
    static final String BACK = "https://program.example/back?from=parley";
    static final String VERIFIER = "a-proof-key-of-more-than-forty-three-characters.~";
    static final String CHALLENGE = Base64.getUrlEncoder().withoutPadding().encodeToString(Secrets.hash(VERIFIER));

    final String secret;
    private final BotTown town;

    Client(BotTown town) {
        this.town = town;
        String path = "/applications/" + town.application;
        town.owner
                .patch(path, Map.of("redirect_uris", List.of(BACK, "my.app://done")))
                .expected();
        secret = text(town.owner.post(path + "/reset", Map.of()).expected(), "secret");
    }

    String page(String scope, String redirect, String more) {
        return "/oauth2/authorize?response_type=code&client_id=" + town.application + "&scope="
                + URLEncoder.encode(scope, UTF_8) + "&redirect_uri=" + URLEncoder.encode(redirect, UTF_8) + more;
    }

    String code(HttpCaller person, String scope, String more) {
        return codeOf(
                person.post(page(scope, BACK, "&state=s" + more), Map.of()).expected());
    }

    String codeOf(JsonNode answer) {
        String location = answer.path("location").asString();
        assertTrue(location.startsWith(BACK + "&"), location);
        assertEquals("s", query(location).get("state"));
        return query(location).getOrDefault("code", "");
    }

    static Map<String, String> query(String location) {
        return List.of(URI.create(location).getQuery().split("&", -1)).stream()
                .map(it -> it.split("=", 2))
                .collect(Collectors.toMap(it -> it[0], it -> it[1]));
    }

    JsonNode tokens(String scope) {
        return exchanged(code(town.owner, scope, ""));
    }

    JsonNode exchanged(String code) {
        return exchange(Map.of("code", code)).expected();
    }

    Answer exchange(Map<String, String> fields) {
        var all = new HashMap<>(Map.of(
                "grant_type",
                "authorization_code",
                "client_id",
                town.application,
                "client_secret",
                secret,
                "redirect_uri",
                BACK));
        all.putAll(fields);
        return form(town.server.caller(), "/oauth2/token", all);
    }

    Answer refresh(JsonNode tokens) {
        return form(
                town.server.caller(),
                "/oauth2/token",
                Map.of(
                        "grant_type",
                        "refresh_token",
                        "client_id",
                        town.application,
                        "client_secret",
                        secret,
                        "refresh_token",
                        text(tokens, "refresh_token")));
    }

    static Answer form(HttpCaller caller, String path, Map<String, String> fields) {
        String form = fields.entrySet().stream()
                .map(it -> it.getKey() + "=" + URLEncoder.encode(it.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
        return caller.send("POST", path, "application/x-www-form-urlencoded", form.getBytes(UTF_8));
    }

    HttpCaller bearer(JsonNode tokens) {
        return town.server.caller().as("Bearer " + text(tokens, "access_token"));
    }

    static String text(JsonNode json, String field) {
        return json.path(field).asString();
    }

    static void refused(String error, Answer answer) {
        assertEquals(error, answer.json().path("error").asString(), answer.body());
        assertEquals(error.equals("invalid_client") ? 401 : 400, answer.status());
    }
}
