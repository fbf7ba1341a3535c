package chat.parley.conformance;

import static chat.parley.conformance.Tour.id;

import java.util.List;
import java.util.Map;

/// Rules that moderate by themselves.
final class ModerationTour {
    private final Tour tour;

    ModerationTour(Tour tour) {
        this.tour = tour;
    }

    void everything() {
        String rules = tour.guild + "/auto-moderation/rules";
        var rule = Map.of(
                "name",
                "No shouting",
                "event_type",
                1,
                "trigger_type",
                1,
                "trigger_metadata",
                Map.of("keyword_filter", List.of("shout*")),
                "actions",
                List.of(Map.of("type", 1, "metadata", Map.of("custom_message", "Quietly, please."))),
                "enabled",
                true);
        String made = id(tour.bot.post(rules, rule));
        tour.listening.event("AUTO_MODERATION_RULE_CREATE");
        tour.bot.get(rules).expected();
        tour.bot.get(rules + "/" + made).expected();
        tour.bot.patch(rules + "/" + made, Map.of("name", "Quiet")).expected();
        tour.home.ben.post(tour.general + "/messages", Map.of("content", "shouting now"));
        tour.listening.event("AUTO_MODERATION_ACTION_EXECUTION");
        tour.bot.delete(rules + "/" + made).expected();
        tour.listening.event("AUTO_MODERATION_RULE_DELETE");
    }
}
