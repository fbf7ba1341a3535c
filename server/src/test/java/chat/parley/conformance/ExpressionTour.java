package chat.parley.conformance;

import static chat.parley.conformance.Tour.id;

import chat.parley.testing.FormBody;
import chat.parley.testing.HttpCaller;
import chat.parley.testing.Pictures;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/// Emoji and stickers.
final class ExpressionTour {
    private static final byte[] PICTURE = Pictures.of("png", 64, 64);
    private static final String DATA =
            "data:image/png;base64," + Base64.getEncoder().encodeToString(PICTURE);

    private final Tour tour;

    ExpressionTour(Tour tour) {
        this.tour = tour;
    }

    void everything() {
        emojis(tour.guild + "/emojis", Map.of("name", "flag", "image", DATA, "roles", List.of()));
        tour.listening.event("GUILD_EMOJIS_UPDATE");
        String own = "/applications/" + tour.account.id() + "/emojis";
        emojis(own, Map.of("name", "seal", "image", DATA));
        reactWith(tour.bot.post(own, Map.of("name", "stamp", "image", DATA)));
        stickers();
        tour.listening.event("GUILD_STICKERS_UPDATE");
    }

    private void emojis(String emojis, Map<String, Object> wanted) {
        String emoji = emojis + "/" + id(tour.bot.post(emojis, wanted));
        tour.bot.get(emojis).expected();
        tour.bot.get(emoji).expected();
        tour.bot.get(tour.guild).expected();
        tour.bot.patch(emoji, Map.of("name", "banner")).expected();
        tour.bot.delete(emoji).expected();
    }

    private void reactWith(HttpCaller.Answer emoji) {
        String message = tour.general + "/messages/" + id(tour.write("stamped"));
        tour.bot
                .put(message + "/reactions/stamp:" + id(emoji) + "/@me", Map.of())
                .expected();
        tour.listening.event("MESSAGE_REACTION_ADD");
        tour.bot.get(message).expected();
    }

    private void stickers() {
        String stickers = tour.guild + "/stickers";
        String made = id(sticker(stickers));
        String sticker = stickers + "/" + made;
        tour.bot.get(stickers).expected();
        tour.bot.get(sticker).expected();
        tour.bot.get("/stickers/" + made).expected();
        tour.bot.get("/sticker-packs").expected();
        tour.bot
                .post(tour.general + "/messages", Map.of("sticker_ids", List.of(made)))
                .expected();
        tour.bot.patch(sticker, Map.of("description", "It waves")).expected();
        tour.bot.delete(sticker).expected();
    }

    private HttpCaller.Answer sticker(String stickers) {
        var form = new FormBody()
                .field("name", "Waving")
                .field("description", "")
                .field("tags", "wave")
                .file("file", "wave.png", PICTURE);
        return tour.bot.send("POST", stickers, form.type(), form.bytes());
    }
}
