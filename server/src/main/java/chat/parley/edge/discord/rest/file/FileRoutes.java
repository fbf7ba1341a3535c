package chat.parley.edge.discord.rest.file;

import static chat.parley.edge.http.Route.Access.CALLER;
import static chat.parley.edge.http.Route.Access.PUBLIC;

import chat.parley.edge.http.Route;
import io.netty.handler.codec.http.HttpMethod;
import java.util.List;

/// The routes of files, as [chat.parley.edge.discord.rest.Routes] has them of everything else.
public final class FileRoutes {
    private FileRoutes() {}

    public static List<Route> expressions(EmojiEndpoints emojis, StickerEndpoints stickers) {
        String emoji = "/guilds/{guild}/emojis/{emoji}";
        String sticker = "/guilds/{guild}/stickers/{sticker}";
        return List.of(
                Route.of(HttpMethod.GET, "/guilds/{guild}/emojis", CALLER, emojis::list),
                Route.of(HttpMethod.POST, "/guilds/{guild}/emojis", CALLER, emojis::create),
                Route.of(HttpMethod.GET, emoji, CALLER, emojis::one),
                Route.of(HttpMethod.PATCH, emoji, CALLER, emojis::change),
                Route.of(HttpMethod.DELETE, emoji, CALLER, emojis::delete),
                Route.of(HttpMethod.GET, "/guilds/{guild}/stickers", CALLER, stickers::list),
                Route.of(HttpMethod.POST, "/guilds/{guild}/stickers", CALLER, stickers::create)
                        .takingFiles(),
                Route.of(HttpMethod.GET, sticker, CALLER, stickers::one),
                Route.of(HttpMethod.PATCH, sticker, CALLER, stickers::change),
                Route.of(HttpMethod.DELETE, sticker, CALLER, stickers::delete),
                Route.of(HttpMethod.GET, "/stickers/{sticker}", CALLER, stickers::any),
                Route.of(HttpMethod.GET, "/sticker-packs", CALLER, stickers::packs));
    }

    public static List<Route> files(FileEndpoints files) {
        return List.of(
                Route.of(HttpMethod.POST, "/channels/{channel}/attachments", CALLER, files::begin),
                Route.of(HttpMethod.PUT, "/uploads/{upload}/{secret}", PUBLIC, files::take)
                        .takingFiles(),
                Route.of(HttpMethod.POST, "/attachments/refresh-urls", CALLER, files::refresh));
    }
}
