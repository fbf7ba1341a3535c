package chat.parley.conformance;

import static chat.parley.conformance.Tour.id;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// Commands, and what becomes of using them.
final class InteractionTour {
    private final Tour tour;
    private final String hooks;

    InteractionTour(Tour tour) {
        this.tour = tour;
        this.hooks = "/webhooks/" + tour.account.id() + "/";
    }

    void everything() {
        String application = "/applications/" + tour.account.id();
        commands(application + "/commands");
        commands(application + "/guilds/" + tour.home.guild + "/commands");
        tour.bot
                .get(application + "/guilds/" + tour.home.guild + "/commands/permissions")
                .expected();
        var options = List.of(Map.of("type", 6, "name", "who", "description", "Whom", "required", true));
        var greet = tour.bot
                .post(
                        application + "/commands",
                        Map.of("name", "greet", "description", "Greets", "type", 1, "options", options))
                .expected();
        String rules = application + "/guilds/" + tour.home.guild + "/commands/" + id(greet) + "/permissions";
        var rule = Map.of("id", tour.benId, "type", 2, "permission", true);
        tour.home.anna.put(rules, Map.of("permissions", List.of(rule))).expected();
        tour.bot.get(rules).expected();
        reply(use(greet));
    }

    private void commands(String commands) {
        String made = id(tour.bot.post(commands, Map.of("name", "first", "description", "Something", "type", 1)));
        tour.bot.get(commands).expected();
        tour.bot.get(commands + "?with_localizations=true").expected();
        tour.bot.get(commands + "/" + made).expected();
        tour.bot
                .patch(commands + "/" + made, Map.of("description", "Something else"))
                .expected();
        tour.bot.delete(commands + "/" + made).expected();
        tour.bot.put(commands, List.of(Map.of("name", "Report", "type", 3))).expected();
    }

    private JsonNode use(JsonNode command) {
        var option = Map.of("type", 6, "name", "who", "value", tour.carlaId);
        var data = Map.of("id", id(command), "name", "greet", "type", 1, "options", List.of(option));
        tour.home
                .ben
                .post(
                        "/interactions",
                        Map.of(
                                "type",
                                2,
                                "application_id",
                                tour.account.id(),
                                "guild_id",
                                tour.home.guild,
                                "channel_id",
                                tour.home.general,
                                "nonce",
                                "42",
                                "data",
                                data))
                .expected();
        return tour.listening.event("INTERACTION_CREATE").path("d");
    }

    private void reply(JsonNode interaction) {
        var nobody = tour.home.server.caller();
        String token = interaction.path("token").asString();
        String original = hooks + token + "/messages/@original";
        nobody.post(
                        "/interactions/" + id(interaction) + "/" + token + "/callback?with_response=true",
                        Map.of("type", 4, "data", Map.of("content", "Hello!")))
                .expected();
        nobody.get(original).expected();
        nobody.patch(original, Map.of("content", "Hello again!")).expected();
        String more = hooks + token + "/messages/"
                + id(nobody.post(hooks + token + "?wait=true", Map.of("content", "And more")));
        nobody.get(more).expected();
        nobody.patch(more, Map.of("content", "And less")).expected();
        nobody.delete(more).expected();
        nobody.delete(original).expected();
    }
}
