package chat.parley.conformance;

import static chat.parley.conformance.Tour.id;

import chat.parley.testing.BotHome;
import chat.parley.testing.GatewayClient;
import java.util.List;
import java.util.Map;

/// What the gateway says when a connection comes back, and when somebody begins to see more.
final class GatewayTour {
    private static final int ALL_BUT_PRIVILEGED = 0x1FFFF & ~(1 << 1 | 1 << 8 | 1 << 15);

    private final Tour tour;

    GatewayTour(Tour tour) {
        this.tour = tour;
    }

    void everything() {
        var guest = tour.home.bot("Guest");
        humble(guest);
        var first = GatewayClient.connect(tour.home.server.gateway());
        first.send(2, Map.of("token", guest.token(), "intents", ALL_BUT_PRIVILEGED, "properties", Map.of()));
        String session = first.event("READY").path("d").path("session_id").asString();
        long seen = first.event("GUILD_CREATE").path("s").asLong();
        reveal(guest.id(), first);
        first.cut();
        try (var again = GatewayClient.connect(tour.home.server.gateway())) {
            again.resume(guest.token(), session, seen);
            again.event("RESUMED");
            tour.home.server.caller().as("Bot " + guest.token()).patch("/users/@me", Map.of("username", "visitor"));
            again.event("USER_UPDATE");
        }
        otherwise(guest);
    }

    /// It was let in as an administrator, from whom nothing is hidden.
    private void humble(BotHome.Bot bot) {
        for (var role : tour.home.anna.get(tour.guild + "/roles").expected()) {
            if (role.path("tags").path("bot_id").asString("").equals(bot.id())) {
                tour.home
                        .anna
                        .patch(tour.guild + "/roles/" + id(role), Map.of("permissions", "0"))
                        .expected();
            }
        }
    }

    private void reveal(String bot, GatewayClient client) {
        var hidden = Map.of("id", tour.home.guild, "type", 0, "allow", "0", "deny", "1024");
        String channel = "/channels/"
                + id(tour.home.anna.post(
                        tour.guild + "/channels",
                        Map.of("name", "back room", "type", 0, "permission_overwrites", List.of(hidden))));
        tour.home
                .anna
                .post(channel + "/threads", Map.of("name", "whispers", "type", 11))
                .expected();
        tour.home
                .anna
                .put(channel + "/permissions/" + bot, Map.of("type", 1, "allow", "1024", "deny", "0"))
                .expected();
        client.event("THREAD_LIST_SYNC");
        tour.home.anna.delete(channel).expected();
    }

    /// Installed again, with less.
    private void otherwise(BotHome.Bot bot) {
        tour.home
                .anna
                .post(
                        "/oauth2/authorize?client_id=" + bot.id() + "&scope=applications.commands",
                        Map.of("guild_id", tour.home.guild, "authorize", true))
                .expected();
        tour.listening.event("INTEGRATION_UPDATE");
    }
}
