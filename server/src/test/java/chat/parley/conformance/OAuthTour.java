package chat.parley.conformance;

import static chat.parley.conformance.Tour.id;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// Programs that act for people, and applications that people take for themselves.
final class OAuthTour {
    private static final String BACK = "https://program.example/back";

    private final Tour tour;
    private final String application;
    private final HashMap<String, String> credentials = new HashMap<>();

    OAuthTour(Tour tour) {
        this.tour = tour;
        this.application = "/applications/" + tour.account.id();
    }

    void everything() {
        describe();
        var tokens = agreed();
        var bearer = tour.home.server.caller().as("Bearer " + text(tokens, "access_token"));
        bearer.get("/oauth2/@me").expected();
        bearer.get("/users/@me").expected();
        bearer.get("/users/@me/guilds").expected();
        bearer.get("/users/@me/guilds/" + tour.home.guild + "/member").expected();
        var fresh = token(Map.of("grant_type", "refresh_token", "refresh_token", text(tokens, "refresh_token")));
        revoke(text(fresh, "access_token"));
        byThemselves();
    }

    private void describe() {
        tour.home
                .anna
                .patch(
                        application,
                        Map.of(
                                "redirect_uris",
                                List.of(BACK),
                                "event_webhooks_types",
                                List.of("APPLICATION_AUTHORIZED"),
                                "install_params",
                                Map.of("scopes", List.of("bot"), "permissions", "8"),
                                "integration_types_config",
                                Map.of("0", Map.of(), "1", Map.of())))
                .expected();
        credentials.put("client_id", tour.account.id());
        credentials.put(
                "client_secret",
                text(tour.home.anna.post(application + "/reset", Map.of()).expected(), "secret"));
        tour.bot.get("/applications/@me").expected();
        tour.bot.get("/oauth2/applications/@me").expected();
        tour.bot.get("/oauth2/@me").expected();
    }

    private JsonNode agreed() {
        String page =
                "/oauth2/authorize?response_type=code&scope=identify+guilds+guilds.members.read&state=s&client_id="
                        + tour.account.id() + "&redirect_uri=" + BACK;
        tour.home.ben.get(page).expected();
        String location = text(tour.home.ben.post(page, Map.of()).expected(), "location");
        return token(Map.of(
                "grant_type",
                "authorization_code",
                "redirect_uri",
                BACK,
                "code",
                location.replaceFirst(".*[?&]code=([^&]*).*", "$1")));
    }

    private JsonNode token(Map<String, String> fields) {
        return form("/oauth2/token", fields);
    }

    private void revoke(String token) {
        form("/oauth2/token/revoke", Map.of("token", token));
    }

    private JsonNode form(String path, Map<String, String> fields) {
        var all = new HashMap<>(credentials);
        all.putAll(fields);
        String form = String.join(
                "&",
                all.entrySet().stream()
                        .map(it -> it.getKey() + "=" + it.getValue())
                        .toList());
        return tour.home
                .server
                .caller()
                .send("POST", path, "application/x-www-form-urlencoded", form.getBytes(UTF_8))
                .expected();
    }

    /// Ben takes the application for himself and uses it where it is no member.
    private void byThemselves() {
        String page = "/oauth2/authorize?scope=applications.commands&integration_type=1&client_id=" + tour.account.id();
        tour.home.ben.post(page, Map.of("authorize", true)).expected();
        var command = tour.bot
                .post(
                        application + "/commands",
                        Map.of(
                                "name",
                                "pocket",
                                "description",
                                "Everywhere",
                                "integration_types",
                                List.of(0, 1),
                                "contexts",
                                List.of(0, 1, 2)))
                .expected();
        String channel = id(tour.home.ben.post("/users/@me/channels", Map.of("recipient_id", tour.carlaId)));
        tour.home
                .ben
                .post(
                        "/interactions",
                        Map.of(
                                "type",
                                2,
                                "application_id",
                                tour.account.id(),
                                "channel_id",
                                channel,
                                "nonce",
                                "43",
                                "data",
                                Map.of("id", id(command), "name", "pocket", "type", 1)))
                .expected();
        var used = tour.listening.event("INTERACTION_CREATE").path("d");
        tour.home
                .server
                .caller()
                .post(
                        "/interactions/" + id(used) + "/" + text(used, "token") + "/callback?with_response=true",
                        Map.of("type", 4, "data", Map.of("content", "Here!")))
                .expected();
        tour.home.ben.get("/channels/" + channel + "/messages").expected();
        tour.home.ben.delete("/oauth2/tokens/" + tour.account.id()).expected();
    }

    private static String text(JsonNode json, String field) {
        return json.path(field).asString();
    }
}
