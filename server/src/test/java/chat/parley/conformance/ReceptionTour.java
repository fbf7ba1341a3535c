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

    private void vanity() {
        tour.bot.get(tour.guild + "/vanity-url").expected();
        tour.bot.patch(tour.guild + "/vanity-url", Map.of("code", "garden")).expected();
        tour.listening.event("GUILD_UPDATE");
        tour.bot.get(tour.guild + "/vanity-url").expected();
        tour.bot.get("/invites/garden?with_counts=true").expected();
    }
}
