package chat.parley.conformance;

import java.util.List;
import java.util.Map;

/// The guild as a whole: who is removed for being away, its own code.
final class ReceptionTour {
    private final Tour tour;

    ReceptionTour(Tour tour) {
        this.tour = tour;
    }

    void everything() {
        prune();
        vanity();
        welcome();
        screening();
        onboarding();
        widget();
        templates();
    }

    private void templates() {
        var made = tour.bot
                .post(tour.guild + "/templates", Map.of("name", "Garden", "description", "With a pond"))
                .expected();
        String code = made.path("code").asString();
        tour.bot.get(tour.guild + "/templates").expected();
        tour.bot.get("/guilds/templates/" + code).expected();
        tour.home
                .ben
                .post("/guilds/templates/" + code, Map.of("name", "Another garden"))
                .expected();
        String template = tour.guild + "/templates/" + code;
        tour.bot.put(template, Map.of()).expected();
        tour.bot.patch(template, Map.of("name", "Park")).expected();
        tour.bot.delete(template).expected();
    }

    private void widget() {
        var settings = Map.of("enabled", true, "channel_id", tour.home.general);
        tour.bot.patch(tour.guild + "/widget", settings).expected();
        tour.bot.get(tour.guild + "/widget").expected();
        tour.bot.get(tour.guild + "/widget.json").expected();
        tour.bot.get(tour.guild + "/widget.png?style=banner2");
    }

    private void prune() {
        tour.bot.get(tour.guild + "/prune?days=7").expected();
        tour.bot
                .post(tour.guild + "/prune", Map.of("days", 30, "include_roles", List.of()))
                .expected();
        tour.bot
                .post(tour.guild + "/prune", Map.of("days", 30, "compute_prune_count", false))
                .expected();
    }

    private void welcome() {
        var place = Map.of("channel_id", tour.home.general, "description", "Say hello", "emoji_name", "👋");
        var screen = Map.of("enabled", true, "description", "Welcome", "welcome_channels", List.of(place));
        tour.bot.patch(tour.guild + "/welcome-screen", screen).expected();
        tour.bot.get(tour.guild + "/welcome-screen").expected();
        tour.bot.get("/invites/garden").expected();
    }

    private void screening() {
        var terms = Map.of("field_type", "TERMS", "label", "Rules", "required", true, "values", List.of("Be kind"));
        var rules = Map.of("enabled", true, "form_fields", List.of(terms));
        tour.home.anna.patch(tour.guild + "/member-verification", rules).expected();
        var newcomer = tour.home.server.caller().register("newcomer");
        newcomer.post("/invites/garden", Map.of()).expected();
        var read = newcomer.get(tour.guild + "/member-verification").expected();
        var accepted = Map.of("field_type", "TERMS", "response", true);
        newcomer.put(
                        tour.guild + "/requests/@me",
                        Map.of("version", read.path("version").asString(), "form_fields", List.of(accepted)))
                .expected();
        tour.listening.event("GUILD_MEMBER_UPDATE");
    }

    private void onboarding() {
        var tea = Map.of("title", "Tea", "emoji_name", "🍵", "role_ids", List.of(), "channel_ids", List.of());
        var prompt = Map.of("id", "1", "title", "What do you drink?", "options", List.of(tea), "single_select", true);
        var wanted = Map.of("enabled", true, "prompts", List.of(prompt), "default_channel_ids", List.of(), "mode", 0);
        var made = tour.bot.put(tour.guild + "/onboarding", wanted).expected();
        tour.bot.get(tour.guild + "/onboarding").expected();
        var option =
                made.path("prompts").path(0).path("options").path(0).path("id").asString();
        tour.home
                .ben
                .post(tour.guild + "/onboarding-responses", Map.of("onboarding_responses", List.of(option)))
                .expected();
        tour.bot.put(tour.guild + "/onboarding", Map.of("enabled", false)).expected();
    }

    private void vanity() {
        tour.bot.get(tour.guild + "/vanity-url").expected();
        tour.bot.patch(tour.guild + "/vanity-url", Map.of("code", "garden")).expected();
        tour.listening.event("GUILD_UPDATE");
        tour.bot.get(tour.guild + "/vanity-url").expected();
        tour.bot.get("/invites/garden?with_counts=true").expected();
    }
}
