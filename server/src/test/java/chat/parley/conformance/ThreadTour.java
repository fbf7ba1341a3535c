package chat.parley.conformance;

import static chat.parley.conformance.Tour.id;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/// Threads, forum posts and their members.
final class ThreadTour {
    private final Tour tour;

    ThreadTour(Tour tour) {
        this.tour = tour;
    }

    void everything() {
        String message = id(tour.write("a topic"));
        String fromMessage = id(tour.bot.post(
                tour.general + "/messages/" + message + "/threads",
                Map.of("name", "From a message", "auto_archive_duration", 60)));
        String thread = "/channels/" + fromMessage;
        tour.bot.get(thread).expected();
        members(thread);
        tour.bot.post(thread + "/messages", Map.of("content", "inside")).expected();
        tour.bot.get(tour.general + "/messages").expected();
        tour.bot.patch(thread, Map.of("archived", true)).expected();
        tour.bot.get(tour.general + "/threads/archived/public").expected();
        tour.bot.patch(thread, Map.of("archived", false)).expected();
        String secret =
                "/channels/" + id(tour.bot.post(tour.general + "/threads", Map.of("name", "Private", "type", 12)));
        tour.bot.get(tour.guild + "/threads/active").expected();
        tour.bot.patch(secret, Map.of("archived", true)).expected();
        tour.bot.get(tour.general + "/threads/archived/private").expected();
        tour.bot.get(tour.general + "/users/@me/threads/archived/private").expected();
        tour.bot.delete(secret).expected();
        forum();
        planned();
        tour.bot.delete(thread).expected();
        tour.listening.event("THREAD_DELETE");
    }

    private void members(String thread) {
        tour.bot.put(thread + "/thread-members/@me", Map.of()).expected();
        tour.bot.put(thread + "/thread-members/" + tour.benId, Map.of()).expected();
        tour.bot.get(thread + "/thread-members").expected();
        tour.bot.get(thread + "/thread-members?with_member=true").expected();
        tour.bot
                .get(thread + "/thread-members/" + tour.benId + "?with_member=true")
                .expected();
        tour.bot.delete(thread + "/thread-members/" + tour.benId).expected();
        tour.bot.delete(thread + "/thread-members/@me").expected();
        tour.bot.put(thread + "/thread-members/@me", Map.of()).expected();
        tour.listening.event("THREAD_MEMBER_UPDATE");
        tour.listening.event("THREAD_MEMBERS_UPDATE");
    }

    private void planned() {
        String all = tour.guild + "/scheduled-events";
        var soon = Instant.now().plusSeconds(3_600);
        var rule = Map.of("start", soon, "frequency", 2, "interval", 1, "by_weekday", List.of(3));
        String event = all + "/"
                + id(tour.bot.post(
                        all,
                        Map.of(
                                "name",
                                "Fair",
                                "privacy_level",
                                2,
                                "entity_type",
                                3,
                                "entity_metadata",
                                Map.of("location", "Market square"),
                                "scheduled_start_time",
                                soon,
                                "scheduled_end_time",
                                soon.plusSeconds(3_600),
                                "recurrence_rule",
                                rule)));
        tour.listening.event("GUILD_SCHEDULED_EVENT_CREATE");
        tour.home.ben.put(event + "/users/@me", Map.of()).expected();
        tour.listening.event("GUILD_SCHEDULED_EVENT_USER_ADD");
        tour.bot.get(all + "?with_user_count=true").expected();
        tour.bot.get(event + "?with_user_count=true").expected();
        tour.bot.get(event + "/users?with_member=true").expected();
        tour.bot.get(event + "/users/counts").expected();
        tour.bot.patch(event, Map.of("status", 2)).expected();
        tour.listening.event("GUILD_SCHEDULED_EVENT_UPDATE");
        tour.home.ben.delete(event + "/users/@me").expected();
        tour.listening.event("GUILD_SCHEDULED_EVENT_USER_REMOVE");
        tour.bot.delete(event).expected();
        tour.listening.event("GUILD_SCHEDULED_EVENT_DELETE");
    }

    private void forum() {
        String forum = "/channels/"
                + id(tour.bot.post(
                        tour.guild + "/channels",
                        Map.of("name", "forum", "type", 15, "available_tags", List.of(Map.of("name", "bug")))));
        var post = tour.bot.post(
                forum + "/threads", Map.of("name", "A post", "message", Map.of("content", "first of the post")));
        tour.bot.get("/channels/" + id(post)).expected();
        tour.bot.get(forum).expected();
        tour.bot.get(forum + "/threads/search?name=post").expected();
        tour.bot.patch(forum, Map.of("default_sort_order", 1)).expected();
        tour.bot.delete(forum).expected();
    }
}
