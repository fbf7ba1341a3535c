package chat.parley.conformance;

import static chat.parley.conformance.Tour.id;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/// What else a guild shows and plans.
final class GuildTour {
    private final Tour tour;

    GuildTour(Tour tour) {
        this.tour = tour;
    }

    void everything() {
        tour.bot.get("/voice/regions").expected();
        tour.bot.get(tour.guild + "/regions").expected();
        tour.bot.get(tour.guild + "/preview").expected();
        tour.bot.get(tour.guild + "/roles/member-counts").expected();
        tour.bot.get(tour.guild + "/messages/search?content=hello").expected();
        events();
    }

    private void events() {
        String events = tour.guild + "/scheduled-events";
        var start = Instant.now().plus(Duration.ofDays(1));
        var picnic = Map.of(
                "name",
                "Picnic",
                "privacy_level",
                2,
                "entity_type",
                3,
                "entity_metadata",
                Map.of("location", "The meadow"),
                "scheduled_start_time",
                start.toString(),
                "scheduled_end_time",
                start.plus(Duration.ofHours(2)).toString());
        String made = id(tour.bot.post(events, picnic));
        tour.listening.event("GUILD_SCHEDULED_EVENT_CREATE");
        String event = events + "/" + made;
        tour.home.ben.put(event + "/users/@me", Map.of()).expected();
        tour.listening.event("GUILD_SCHEDULED_EVENT_USER_ADD");
        tour.bot.get(events + "?with_user_count=true").expected();
        tour.bot.get(event).expected();
        tour.bot.get(event + "/users?with_member=true").expected();
        tour.bot.get(event + "/users").expected();
        tour.home.ben.delete(event + "/users/@me").expected();
        tour.listening.event("GUILD_SCHEDULED_EVENT_USER_REMOVE");
        tour.bot.patch(event, Map.of("status", 2)).expected();
        tour.listening.event("GUILD_SCHEDULED_EVENT_UPDATE");
        tour.bot.delete(event).expected();
        tour.listening.event("GUILD_SCHEDULED_EVENT_DELETE");
    }
}
