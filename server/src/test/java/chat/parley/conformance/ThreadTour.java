package chat.parley.conformance;

import static chat.parley.conformance.Tour.id;

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

    private void forum() {
        String forum = "/channels/"
                + id(tour.bot.post(
                        tour.guild + "/channels",
                        Map.of("name", "forum", "type", 15, "available_tags", List.of(Map.of("name", "bug")))));
        var post = tour.bot.post(
                forum + "/threads", Map.of("name", "A post", "message", Map.of("content", "first of the post")));
        tour.bot.get("/channels/" + id(post)).expected();
        tour.bot.get(forum).expected();
        tour.bot.patch(forum, Map.of("default_sort_order", 1)).expected();
        tour.bot.delete(forum).expected();
    }
}
