package chat.parley.edge.discord.rest.file;

import static chat.parley.edge.http.Route.Access.CALLER;
import static chat.parley.edge.http.Route.Access.PUBLIC;

import chat.parley.edge.http.Route;
import io.netty.handler.codec.http.HttpMethod;
import java.util.List;

/// The routes of files, as [chat.parley.edge.discord.rest.Routes] has them of everything else.
public final class FileRoutes {
    private FileRoutes() {}

    public static List<Route> files(FileEndpoints files) {
        return List.of(
                Route.of(HttpMethod.POST, "/channels/{channel}/attachments", CALLER, files::begin),
                Route.of(HttpMethod.PUT, "/uploads/{upload}/{secret}", PUBLIC, files::take)
                        .takingFiles(),
                Route.of(HttpMethod.POST, "/attachments/refresh-urls", CALLER, files::refresh));
    }
}
