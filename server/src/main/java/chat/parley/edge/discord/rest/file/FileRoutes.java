package chat.parley.edge.discord.rest.file;

import static chat.parley.edge.http.Route.Access.CALLER;
import static chat.parley.edge.http.Route.Access.PUBLIC;
import static chat.parley.edge.http.Route.delete;
import static chat.parley.edge.http.Route.get;
import static chat.parley.edge.http.Route.patch;
import static chat.parley.edge.http.Route.post;
import static chat.parley.edge.http.Route.put;

import chat.parley.edge.http.Route;
import java.util.List;

/// The routes of files, as [chat.parley.edge.discord.rest.Routes] has them of everything else.
public final class FileRoutes {
    private FileRoutes() {}

    public static List<Route> expressions(EmojiEndpoints emojis, StickerEndpoints stickers) {
        String emoji = "/guilds/{guild}/emojis/{emoji}";
        String sticker = "/guilds/{guild}/stickers/{sticker}";
        return List.of(
                get("/guilds/{guild}/emojis", CALLER, emojis::list),
                post("/guilds/{guild}/emojis", CALLER, emojis::create),
                get(emoji, CALLER, emojis::one),
                patch(emoji, CALLER, emojis::change),
                delete(emoji, CALLER, emojis::delete),
                get("/guilds/{guild}/stickers", CALLER, stickers::list),
                post("/guilds/{guild}/stickers", CALLER, stickers::create).takingFiles(),
                get(sticker, CALLER, stickers::one),
                patch(sticker, CALLER, stickers::change),
                delete(sticker, CALLER, stickers::delete),
                get("/stickers/{sticker}", CALLER, stickers::any),
                get("/sticker-packs", CALLER, stickers::packs));
    }

    public static List<Route> files(FileEndpoints files) {
        return List.of(
                post("/channels/{channel}/attachments", CALLER, files::begin),
                put("/uploads/{upload}/{secret}", PUBLIC, files::take).takingFiles(),
                post("/attachments/refresh-urls", CALLER, files::refresh));
    }
}
