package chat.parley.conformance;

import static chat.parley.conformance.Tour.id;

import java.util.List;
import java.util.Map;

/// Webhooks, those that write in the words of others, and channels that follow another.
final class WebhookTour {
    private final Tour tour;

    WebhookTour(Tour tour) {
        this.tour = tour;
    }

    void everything() {
        var made = tour.bot
                .post(tour.general + "/webhooks", Map.of("name", "Herald"))
                .expected();
        tour.listening.event("WEBHOOKS_UPDATE");
        String hook = "/webhooks/" + id(made);
        String own = hook + "/" + made.path("token").asString();
        tour.bot.get(tour.general + "/webhooks").expected();
        tour.bot.get(tour.guild + "/webhooks").expected();
        tour.bot.get(hook).expected();
        tour.bot.patch(hook, Map.of("name", "Crier")).expected();
        byNobody(own);
        tour.bot.delete(hook).expected();
        var other = tour.home
                .anna
                .post(tour.general + "/webhooks", Map.of("name", "Short-lived"))
                .expected();
        tour.home
                .server
                .caller()
                .delete("/webhooks/" + id(other) + "/" + other.path("token").asString())
                .expected();
        posts();
        announcements();
    }

    /// In a forum, what a webhook writes is a post of its own.
    private void posts() {
        String forum = "/channels/" + id(tour.bot.post(tour.guild + "/channels", Map.of("name", "forum", "type", 15)));
        var hook = tour.bot.post(forum + "/webhooks", Map.of("name", "Poster")).expected();
        String own = "/webhooks/" + id(hook) + "/" + hook.path("token").asString();
        var nobody = tour.home.server.caller();
        var post = nobody.post(own + "?wait=true", Map.of("content", "First", "thread_name", "A post"))
                .expected();
        String thread = "thread_id=" + post.path("channel_id").asString();
        nobody.post(own + "?wait=true&" + thread, Map.of("content", "Second")).expected();
        nobody.patch(own + "/messages/" + id(post) + "?" + thread, Map.of("content", "Changed"))
                .expected();
        tour.bot.delete(forum).expected();
    }

    /// Whoever knows the token needs no other right.
    private void byNobody(String own) {
        var nobody = tour.home.server.caller();
        nobody.get(own).expected();
        nobody.patch(own, Map.of("name", "Town crier")).expected();
        var embed = Map.of("title", "News", "fields", List.of(Map.of("name", "What", "value", "Much")));
        String message = own + "/messages/"
                + id(nobody.post(own + "?wait=true", Map.of("content", "Hear, hear!", "embeds", List.of(embed))));
        nobody.get(message).expected();
        nobody.patch(message, Map.of("content", "Hear!")).expected();
        nobody.delete(message).expected();
        nobody.upload("POST", own + "?wait=true", Map.of("content", "a file"), Map.of("notes.txt", new byte[] {65}))
                .expected();
        nobody.post(own + "/slack", Map.of("text", "from elsewhere")).expected();
        nobody.post(own + "/github", Map.of("zen", "Keep it simple.")).expected();
    }

    private void announcements() {
        String news = "/channels/" + id(tour.bot.post(tour.guild + "/channels", Map.of("name", "news", "type", 5)));
        tour.bot
                .post(news + "/followers", Map.of("webhook_channel_id", tour.home.general))
                .expected();
        tour.bot.get(tour.general + "/webhooks").expected();
        tour.bot.get(tour.guild + "/webhooks").expected();
        String told = id(tour.bot.post(news + "/messages", Map.of("content", "Extra!")));
        tour.bot.post(news + "/messages/" + told + "/crosspost", Map.of()).expected();
        tour.bot.get(tour.general + "/messages").expected();
        tour.bot.delete(news).expected();
    }
}
